using System.Collections.Immutable;
using Actors.Grains.Allowances;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Allowances;

public sealed class AllowanceRulesTests
{
    private static readonly BillingMonth Month = BillingMonth.Of(new DateOnly(2030, 1, 1));
    private static readonly ImmutableArray<EmailAddress> Admins =
        [EmailAddress.Parse("ann@example.org"), EmailAddress.Parse("ben@example.org")];

    [Theory]
    [InlineData(79, 100L, 0)]
    [InlineData(80, 100L, 80)]
    [InlineData(99, 100L, 80)]
    [InlineData(100, 100L, 100)]
    [InlineData(7, 9L, 0)]
    [InlineData(8, 9L, 80)]
    [InlineData(0, 0L, 100)]
    [InlineData(1_000_000, null, 0)]
    public void a_level_is_reached_at_its_share_of_the_limit(long used, long? limit, int level) =>
        AllowanceRules.LevelOf(new Used(used, limit)).ShouldBe(level);

    [Fact]
    public void what_leaves_by_a_server_of_the_tenants_own_counts_for_nothing()
    {
        var message = new MessageState { Recipient = EmailAddress.Parse("ann@example.org") };

        ChargeRules.IsCharged(message, byPlatform: false, "sandbox.test").ShouldBeTrue();
        ChargeRules.IsCharged(message with { ByOwnServer = true }, byPlatform: false, "sandbox.test").ShouldBeFalse();
    }

    [Fact]
    public void each_admin_gets_one_mail_for_each_level_of_a_month()
    {
        var at80 = AllowanceRules.Look(new(), View(80), Admins);
        at80.Outgoing.Select(mail => mail.To).ShouldBe(Admins);
        var again = AllowanceRules.Look(at80, View(90), Admins);
        again.ShouldBe(at80);
        var at100 = AllowanceRules.Look(again, View(100), Admins);
        at100.Outgoing.Length.ShouldBe(4);
        at100.Outgoing.Select(mail => mail.Id).Distinct().Count().ShouldBe(4);
        AllowanceRules.Look(at100, View(60), Admins).Outgoing.Length.ShouldBe(4);
        AllowanceRules.Look(at100, View(85) with { Month = Month.Plus(1) }, Admins).Outgoing.Length.ShouldBe(6);
    }

    [Fact]
    public void whoever_jumps_over_a_level_is_told_of_the_higher_one_alone() =>
        AllowanceRules.Look(new(), View(100), [Admins[0]]).Outgoing.ShouldHaveSingleItem()
            .Values["used"].ShouldBe("100");

    [Fact]
    public void of_most_of_a_larger_limit_they_are_told_again()
    {
        var told = AllowanceRules.Look(new(), View(100), [Admins[0]]);
        var larger = View(160) with { Messages = new Used(160, 200) };
        AllowanceRules.Look(told, larger, [Admins[0]]).Outgoing.Length.ShouldBe(2);
        var smaller = View(60) with { Messages = new Used(60, 60) };
        AllowanceRules.Look(told, smaller, [Admins[0]]).Outgoing.Length.ShouldBe(1);
    }

    [Fact]
    public void a_submitter_over_smtp_is_asked_to_come_again()
    {
        var answer = RefusalCode.AllowanceExhausted.Answer();
        (answer.HttpStatus, answer.Name, answer.ReplyCode, answer.Status.ToString(), answer.Retryable)
            .ShouldBe((429, "allowance_exhausted", 451, "4.7.1", true));
    }

    [Fact]
    public void contacts_are_another_count_and_begin_nothing_anew()
    {
        var view = View(10) with { Contacts = new Used(100, 100) };
        var mail = AllowanceRules.Look(new(), view, [Admins[0]]).Outgoing.ShouldHaveSingleItem();
        (mail.Values["allowance"], mail.Values["resets_at"]).ShouldBe(("active contacts", ""));
    }

    private static AllowanceView View(long messages) => new(Month, new Used(messages, 100), new Used(0, 1_000));
}
