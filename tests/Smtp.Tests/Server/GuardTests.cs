using System.Net;
using Actors.Smtp.Server.Guarding;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

/// <summary>Guessing of passwords, over any number of connections, in virtual time.</summary>
public sealed class GuardTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress There = IPAddress.Parse("198.51.100.1");

    private readonly ManualTime time = new();

    private LoginGuard Guard(LoginGuardOptions? options = null) => new(options ?? new(), time);

    private static int Guesses(LoginGuard guard, int tries, Func<int, (IPAddress From, string Login)> guess)
    {
        var looked = 0;
        for (var i = 0; i < tries; i++)
        {
            var (from, login) = guess(i);
            looked += guard.TryBegin(from, login) ? 1 : 0;
        }
        return looked;
    }

    [Fact]
    public void of_ten_thousand_guesses_at_once_ten_are_looked_at()
    {
        Guesses(Guard(), 10_000, _ => (Here, "app")).ShouldBe(11, "ten free ones, and the one that begins the wait");
        Guesses(Guard(), 10_000, i => (Here, $"app{i}")).ShouldBe(11, "other logins are no way around");
        Guesses(Guard(), 10_000, i => (new IPAddress([10, 1, (byte)(i >> 8), (byte)i]), "app"))
            .ShouldBe(11, "other addresses are no way around");
    }

    [Fact]
    public void the_wait_doubles_up_to_a_quarter_of_an_hour()
    {
        var guard = Guard();
        Guesses(guard, 11, _ => (Here, "app"));
        var waits = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            var seconds = 0;
            while (!guard.TryBegin(Here, "app"))
            {
                time.Advance(TimeSpan.FromSeconds(1));
                seconds++;
            }
            waits.Add(seconds);
        }
        waits.ShouldBe([10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
    }

    [Fact]
    public void a_day_of_guessing_gets_about_a_hundred_tries()
    {
        var guard = Guard();
        var looked = 0;
        for (var i = 0; i < 86_400; i++)
        {
            looked += guard.TryBegin(Here, "app") ? 1 : 0;
            time.Advance(TimeSpan.FromSeconds(1));
        }
        looked.ShouldBeInRange(100, 115);
    }

    [Fact]
    public void after_an_hour_of_peace_all_is_forgotten()
    {
        var guard = Guard();
        Guesses(guard, 50, _ => (Here, "app"));
        time.Advance(TimeSpan.FromHours(1));
        Guesses(guard, 50, _ => (Here, "app")).ShouldBe(11);
    }

    [Fact]
    public void who_got_in_before_is_not_locked_out_by_others()
    {
        var guard = Guard();
        guard.TryBegin(Here, "app").ShouldBeTrue();
        guard.Succeeded(Here, "app");
        Guesses(guard, 1_000, _ => (There, "app")); // a botnet guesses at the login
        Guesses(guard, 1_000, _ => (Here, "other")); // a broken device behind the same address
        guard.TryBegin(Here, "app").ShouldBeTrue();
        guard.Succeeded(Here, "APP");
        guard.TryBegin(There, "app").ShouldBeFalse();
        guard.TryBegin(Here, "third").ShouldBeFalse();

        Guesses(guard, 1_000, _ => (Here, "app")).ShouldBe(11, "but guessing is no better from there");
    }

    [Fact]
    public void a_login_of_ones_own_does_not_buy_guesses_at_others()
    {
        var guard = Guard();
        var looked = 0;
        for (var i = 0; i < 1_000; i++)
        {
            if (guard.TryBegin(Here, "mine"))
                guard.Succeeded(Here, "mine");
            looked += guard.TryBegin(Here, $"victim{i}") ? 1 : 0;
        }
        looked.ShouldBe(11);
    }

    [Fact]
    public void what_could_not_be_checked_is_no_failure()
    {
        var guard = Guard();
        for (var i = 0; i < 100; i++)
        {
            guard.TryBegin(Here, "app").ShouldBeTrue();
            guard.Abandoned(Here, "app");
        }
    }

    [Fact]
    public void an_ipv6_subscriber_is_one_network()
    {
        Guesses(Guard(), 1_000, i => (IPAddress.Parse($"2001:db8:0:1::{i:x}"), $"app{i}")).ShouldBe(11);
        Guesses(Guard(), 1_000, i => (IPAddress.Parse($"2001:db8:0:{i:x}::1"), $"app{i}")).ShouldBe(1_000);
        Guesses(Guard(), 22, i => (i % 2 == 0 ? Here : Here.MapToIPv6(), $"app{i}")).ShouldBe(11);
    }

    [Fact]
    public void memory_is_bounded_whoever_guesses()
    {
        var guard = Guard(new() { EntriesMax = 1_000 });
        Guesses(guard, 20_000, i => (new IPAddress(i), $"app{i}"));
        guard.Entries.ShouldBeLessThanOrEqualTo(1_003);
    }

    [Theory]
    [InlineData(0, 10, 900, 3_600, 200_000)]
    [InlineData(10, 0, 900, 3_600, 200_000)]
    [InlineData(10, 10, 9, 3_600, 200_000)]
    [InlineData(10, 10, 900, 900, 200_000)]
    [InlineData(10, 10, 900, 3_600, 999)]
    public void options_out_of_range_are_refused(int free, int first, int longest, int forget, int entries) =>
        Should.Throw<ArgumentException>(() => Guard(new()
        {
            FreeFailures = free, FirstWait = TimeSpan.FromSeconds(first), LongestWait = TimeSpan.FromSeconds(longest),
            ForgetAfter = TimeSpan.FromSeconds(forget), EntriesMax = entries,
        }));

    [Fact]
    public void an_account_has_its_number_of_connections()
    {
        var accounts = new AccountConnections(2);
        using var first = accounts.TryEnter("a");
        var second = accounts.TryEnter("a");
        second.ShouldNotBeNull();
        accounts.TryEnter("a").ShouldBeNull();
        accounts.TryEnter("b").ShouldNotBeNull();
        second.Dispose();
        second.Dispose();
        accounts.TryEnter("a").ShouldNotBeNull();
        accounts.TryEnter("a").ShouldBeNull();
    }
}
