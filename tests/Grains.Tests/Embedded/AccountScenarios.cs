using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.StandardEmails;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Templates;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded;

public sealed class AccountScenarios : Scenario
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.net");
    private static readonly AccountId OwnId = AccountId.Parse("acc_own");

    private static readonly AccountSettings Own = new()
    {
        Name = "Own",
        Email = EmailAddress.Parse("box@shop.example"),
        Server = new OwnServer("smtp.shop.example", 465, AccountSecurity.Ssl, "box", true, null),
    };

    private ISmtpAccountGrain Account =>
        World.Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(GrainWorld.Shop, OwnId).ToString());

    [Fact]
    public void off_by_the_tenant_holds_and_says_so_and_on_again_releases()
    {
        World.Run(World.SmtpAccount().Switch(on: false));
        var message = World.Send();
        World.Store[message].HoldReason.ShouldBe(HoldReason.AccountOff);

        World.Run(World.SmtpAccount().Switch(on: true));

        World.EventsOf(message).ShouldBe(["Accepted", "Held", "Released", "Delivered"]);
    }

    [Fact]
    public void a_tenants_switch_does_not_lift_an_operators_block()
    {
        World.Run(World.SmtpAccount().SetPaused(true));
        World.Run(World.SmtpAccount().Switch(on: false));
        var message = World.Send();
        World.Store[message].HoldReason.ShouldBe(HoldReason.AccountPaused);

        World.Run(World.SmtpAccount().Switch(on: true));
        World.Advance(TimeSpan.FromMinutes(5));
        World.EventsOf(message).ShouldBe(["Accepted", "Held"]);

        World.Run(World.SmtpAccount().SetPaused(false));
        World.EventsOf(message).ShouldBe(["Accepted", "Held", "Released", "Delivered"]);
    }

    [Fact]
    public async Task a_block_is_told_once_also_when_the_process_dies_before_its_mail_is_handed_over()
    {
        World.Run(World.Grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value).Create("Platform"));
        World.Run(World.Grains.GetGrain<ISmtpAccountGrain>(PlatformSender.Key.ToString())
            .Create(new SmtpAccountDraft("Platform", MailStream.Transactional, Approved: true)));
        World.Run(World.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value).Apply(
            new SubscriptionCommand.Describe(new CustomerData { ContactEmail = "it@people.example" }), null));
        var key = new AccountKey(GrainWorld.Shop, GrainWorld.Account).ToString();
        _ = World.SmtpAccount().SetPaused(true, "Complaints");
        World.RunUntil(() => World.Store.Find<SmtpAccountState>("smtp-account", key) is { Paused: true });

        await World.Crash();
        World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
        World.Advance(AlarmClockLimits.Reading);
        World.Run(World.SmtpAccount().SetPaused(true, "Complaints"));
        World.Advance(AlarmClockLimits.Reading);

        World.Store.Messages.Count(message => message.Tenant == PlatformSender.Tenant
            && World.Store[message].Recipient.ToString() == "it@people.example").ShouldBe(1);
    }

    [Fact]
    public void mail_held_for_one_reason_is_released_when_another_was_the_last_to_go()
    {
        World.Run(World.SmtpAccount().Switch(on: false));
        var message = World.Send();
        World.Run(World.SmtpAccount().SetPaused(true));
        World.Run(World.SmtpAccount().Switch(on: true));
        World.Store[message].HoldReason.ShouldBe(HoldReason.AccountOff);

        World.Run(World.SmtpAccount().SetPaused(false));

        World.EventsOf(message).ShouldBe(["Accepted", "Held", "Released", "Delivered"]);
    }

    [Fact]
    public void an_own_account_takes_nothing_before_its_first_check_and_then_goes_to_its_own_site()
    {
        Value(World.Run(Account.Ask(new AccountRequest(Own, new AccountSecrets("secret", null), null, null))));
        World.Run(World.Submit(Mail())).ShouldBeOfType<SubmitResult.Refused>()
            .Refusal.Code.ShouldBe(RefusalCode.AccountNotApproved);

        Pass();
        var message = World.Send(Mail());

        World.EventsOf(message).ShouldBe(["Accepted", "Delivered"]);
        Wire.Made.ShouldHaveSingleItem().Site.ShouldBe("own/shop/acc_own");
        World.Store[message].ReversePath.ToString().ShouldBe("<box@shop.example>");
    }

    [Fact]
    public void the_test_message_of_a_check_has_the_tenants_words()
    {
        Value(World.Run(Account.Ask(new AccountRequest(Own, new AccountSecrets("secret", null), null, null))));
        var key = TemplateKey.Of(GrainWorld.Shop, StandardEmailKind.TestMessage).ToString();
        Value(World.Run(World.Grains.GetGrain<ITemplateGrain>(key).Change(
            null, new EmailText("Try {{account}}", "{{sent_by}}", null, Footer: true), publish: true, null)));

        Pass();

        var words = World.Checks.Started.ShouldHaveSingleItem().Mail;
        (words.Subject, words.Text).ShouldBe(($"Try {Own.Name}", World.Checks.Started[0].To.ToString()));
    }

    [Fact]
    public void mail_waits_for_the_check_of_a_changed_server()
    {
        Value(World.Run(Account.Ask(new AccountRequest(Own, new AccountSecrets("secret", null), null, null))));
        Pass();
        var moved = Own with { Server = Own.Server! with { Host = "other.shop.example" } };
        Value(World.Run(Account.Change(moved, new AccountSecrets("secret", null), null)));
        var message = World.Send(Mail());
        World.Store[message].HoldReason.ShouldBe(HoldReason.AccountUnchecked);

        Pass();

        World.EventsOf(message).ShouldBe(["Accepted", "Held", "Released", "Delivered"]);
    }

    [Fact]
    public void two_who_ask_for_a_check_get_the_same_one_and_a_check_of_an_earlier_server_counts_no_more()
    {
        Value(World.Run(Account.Ask(new AccountRequest(Own, new AccountSecrets("secret", null), null, null))));
        var (first, second) = (Account.Check(Ann), Account.Check(Ann));
        World.Settle();
        World.Checks.Started.ShouldHaveSingleItem();
        World.Run(Account.Check(EmailAddress.Parse("bob@example.net"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);

        Value(World.Run(Account.Change(Own, new AccountSecrets("other", null), null)));
        World.Run(Account.Checked(World.Checks.Started[0].Serial, Good()));

        World.Run(first).Value.ShouldBe(World.Run(second).Value);
        World.Run(Account.Get())!.Status.ShouldBe(AccountStatus.Unchecked);
    }

    [Fact]
    public void what_is_left_of_an_account_that_is_gone_never_leaves()
    {
        World.Run(World.SmtpAccount().Switch(on: false));
        var message = World.Send();
        World.Run(World.SmtpAccount().Close(null, force: true)).ShouldBeNull();
        World.Run(World.SmtpAccount().Erase());

        World.Ask(message, MessageCommand.Release);
        World.Advance(TimeSpan.FromDays(5));

        World.EventsOf(message)[^1].ShouldBe("Expired");
        Wire.Made.ShouldBeEmpty();
    }

    [Fact]
    public void a_new_password_is_in_force_at_once_and_a_chosen_one_is_proved_once()
    {
        var issued = World.Run(World.SmtpAccount().IssueLogin("app"));
        var login = World.Grains.GetGrain<ISmtpLoginGrain>(issued.UserName);
        World.Run(login.Authenticate(Secret.Hash(issued.Password))).Account.ShouldNotBeNull();

        var chosen = ChosenPassword.Of("correct horse battery", new Tests.World.SeededIds(3));
        Value(World.Run(World.SmtpAccount().ChangePassword(issued.UserName, chosen))).Password.ShouldBeNull();
        World.Run(login.Authenticate(Secret.Hash(issued.Password))).Unproved.ShouldBe(chosen);
        chosen.IsProvedBy(issued.Password).ShouldBeFalse();
        chosen.IsProvedBy("correct horse battery").ShouldBeTrue();

        World.Run(login.Remember(Secret.Hash("correct horse battery"), chosen));
        World.Run(login.Authenticate(Secret.Hash("correct horse battery")))
            .ShouldBe(new LoginAnswer(World.Run(login.Authenticate(Secret.Hash("correct horse battery"))).Account));
        World.Run(login.Authenticate(Secret.Hash("wrong"))).ShouldBe(LoginAnswer.Wrong);

        var again = Value(World.Run(World.SmtpAccount().ChangePassword(issued.UserName, null)));
        World.Run(login.Authenticate(Secret.Hash("correct horse battery"))).ShouldBe(LoginAnswer.Wrong);
        World.Run(login.Authenticate(Secret.Hash(again.Password!))).Account.ShouldNotBeNull();
    }

    private static T Value<T>(Answer<T> answer)
        where T : class => answer.Value ?? throw new InvalidOperationException(answer.Refusal!.Detail);

    private static SubmitCommand Mail() => GrainWorld.Mail() with { Account = OwnId };

    private CheckResult Good() =>
        new(new AccountCheck(World.Time.GetUtcNow(), true, "content", "Yes.", "250 Ok"), "");

    private void Pass()
    {
        var asked = Account.Check(Ann);
        World.Settle();
        World.Run(Account.Checked(World.Checks.Started[^1].Serial, Good()));
        Value(World.Run(asked)).Check.Passed.ShouldBeTrue();
    }
}
