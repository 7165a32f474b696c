using Actors.Api.Access.Passwords;
using Actors.Api.Tests.Harness;
using Actors.Mail.Addresses;

namespace Actors.Api.Tests.Access;

public sealed class PasswordWorkTests
{
    private static readonly ApiOptions Options = new() { PasswordConcurrency = 1, PasswordIterations = 1_000 };

    [Fact]
    public async Task a_password_matches_its_own_hash_whatever_the_iterations_it_was_stored_with()
    {
        using var before = new PasswordWork(
            new ApiOptions { PasswordConcurrency = 1, PasswordIterations = 700 }, new Ids());
        using var now = new PasswordWork(Options, new Ids());
        var stored = (await before.Hash("correct horse battery")).ShouldNotBeNull();
        (await now.Check("correct horse battery", stored.Salt)).ShouldBe(stored.Hash);
        (await now.Check("correct horse batterie", stored.Salt)).ShouldNotBe(stored.Hash);
        now.IsOutdated(stored.Salt).ShouldBeTrue();
        before.IsOutdated(stored.Salt).ShouldBeFalse();
    }

    [Fact]
    public async Task two_ways_to_type_a_letter_are_one_password()
    {
        using var work = new PasswordWork(Options, new Ids());
        var stored = (await work.Hash("caf\u00E9 au lait, please")).ShouldNotBeNull();
        (await work.Check("cafe\u0301 au lait, please", stored.Salt)).ShouldBe(stored.Hash);
    }

    [Fact]
    public async Task two_users_of_one_password_have_different_hashes()
    {
        using var work = new PasswordWork(Options, new Ids());
        (await work.Hash("correct horse battery"))!.Hash.ShouldNotBe((await work.Hash("correct horse battery"))!.Hash);
    }

    [Fact]
    public async Task of_a_flood_all_but_a_few_are_sent_away_at_once()
    {
        using var work = new PasswordWork(
            new ApiOptions { PasswordConcurrency = 1, PasswordIterations = 100_000 }, new Ids());
        var all = Enumerable.Range(0, 200).Select(_ => work.Check("any", null)).ToList();
        all.Count(one => one.IsCompleted).ShouldBeGreaterThan(100); // before those that wait are done
        var hashes = await Task.WhenAll(all);
        hashes.Count(hash => hash is not null).ShouldBeInRange(1 + PasswordWork.WaitingMax, 100);
    }

    [Theory]
    [InlineData("short", false)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("a long good passphrase", true)]
    [InlineData("annabelle.smith1", false)]
    [InlineData("пароль из многих слов", true)]
    public void a_password_is_long_and_not_the_address(string password, bool taken) =>
        (PasswordRules.Refuse(password, EmailAddress.Parse("annabelle.smith@example.org")) is null).ShouldBe(taken);
}
