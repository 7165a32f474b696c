using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Rendering;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Submissions;

public sealed class SubmissionRulesTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly LifecycleOptions Options = new();
    private static readonly SubmissionId Id = SubmissionId.FromKey("01ARZ3NDEKTSV4RRFFQ69G5FAV");

    private static readonly AccountPolicy Policy = new(
        MailStream.Transactional, Approved: true, Paused: false, AnySender: false);

    private static readonly SubmitCommand Command = From("shop@shop.example");

    [Fact]
    public void an_account_must_exist_and_be_approved()
    {
        Check(Command, null).ShouldBe(RefusalCode.UnknownAccount);
        Check(Command, Policy with { Approved = false }).ShouldBe(RefusalCode.AccountNotApproved);
        Check(Command, Policy).ShouldBeNull();
        Check(Command, Policy with { Paused = true }).ShouldBeNull();
    }

    [Fact]
    public void an_account_that_is_not_shared_is_unknown_to_other_users()
    {
        var policy = Policy with { OnlyUser = "usr_ann" };
        Check(Command with { User = "usr_ann" }, policy).ShouldBeNull();
        Check(Command with { User = "usr_bob" }, policy).ShouldBe(RefusalCode.UnknownAccount);
        Check(Command, policy).ShouldBeNull(); // a key of the tenant's
    }

    [Fact]
    public void every_author_and_the_envelopes_sender_have_to_be_proved_each_once()
    {
        ToProve(Command).ShouldBe(["shop@shop.example"]);
        ToProve(From("shop@shop.example", "SHOP@shop.example", "ann@club.example"))
            .ShouldBe(["shop@shop.example", "ann@club.example"]);
        ToProve(Command with { ReversePath = Path("bounce@shop.example") })
            .ShouldBe(["shop@shop.example", "bounce@shop.example"]);
        ToProve(Command with { ReversePath = Path("shop@shop.example") }).ShouldBe(["shop@shop.example"]);
        ToProve(Command with { ReversePath = ReversePath.Null }).ShouldBe(["shop@shop.example"]);
        ToProve(Command with { IsNotice = true }).ShouldBeEmpty();
    }

    [Fact]
    public void a_message_has_authors_and_not_too_many()
    {
        string[] many = [.. Enumerable.Range(0, SenderLimits.AuthorsMax).Select(i => $"a{i}@shop.example")];
        Check(From(many), Policy).ShouldBeNull();
        Check(From([.. many, "one@shop.example"]), Policy).ShouldBe(RefusalCode.InvalidField);
        Check(From(), Policy).ShouldBe(RefusalCode.InvalidField);
    }

    [Fact]
    public void a_trusted_network_may_use_any_sender_only_where_the_account_says_so()
    {
        var command = From("spoof@bank.example") with { FromTrustedNetwork = true };

        ToProve(command).ShouldBe(["spoof@bank.example"]);
        ToProve(command, Policy with { AnySender = true }).ShouldBeEmpty();
        ToProve(command with { FromTrustedNetwork = false }, Policy with { AnySender = true })
            .ShouldBe(["spoof@bank.example"]);
    }

    [Fact]
    public void a_message_without_author_is_refused_whoever_sends_it() =>
        Check(From() with { FromTrustedNetwork = true }, Policy with { AnySender = true })
            .ShouldBe(RefusalCode.InvalidField);

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-60, true)]
    [InlineData(0, true)]
    [InlineData(30 * 86_400, true)]
    [InlineData((30 * 86_400) + 1, false)]
    public void the_time_to_send_lies_within_thirty_days(int seconds, bool taken) =>
        (Check(Command with { SendAt = Noon.AddSeconds(seconds) }, Policy) is null).ShouldBe(taken);

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(14 * 86_400, true)]
    [InlineData((14 * 86_400) + 1, false)]
    public void a_message_is_tried_for_a_minute_to_a_fortnight(int seconds, bool taken) =>
        (Check(Command with { ExpiresIn = TimeSpan.FromSeconds(seconds) }, Policy) is null).ShouldBe(taken);

    [Fact]
    public void an_accepted_message_has_four_days_from_now()
    {
        var message = Accept(Command).Messages.ShouldHaveSingleItem();

        message.Phase.ShouldBe(MessagePhase.Accepted);
        message.Deadline.ShouldBe(Noon.AddDays(4));
        message.DueAt.ShouldBe(Noon.AddHours(1));
        message.Pending.ShouldBe([new MessageEvent.Accepted { At = Noon }]);
        message.ReversePath.ShouldBe(Path("shop@shop.example"));
    }

    [Fact]
    public void a_scheduled_message_has_its_days_from_the_time_to_send()
    {
        var at = Noon.AddDays(3);
        var message = Accept(Command with { SendAt = at, ExpiresIn = TimeSpan.FromHours(1) }).Messages[0];

        message.Phase.ShouldBe(MessagePhase.Scheduled);
        message.DueAt.ShouldBe(at);
        message.Deadline.ShouldBe(at.AddHours(1));
        message.Pending.ShouldBe([new MessageEvent.Scheduled(at) { At = Noon }]);
    }

    [Fact]
    public void the_sandbox_alone_lives_fast()
    {
        var record = Accept(Command with { Recipients = [To("a@sandbox.test"), To("b@example.com")] });

        record.Messages.Select(message => message.TimeScale).ShouldBe([3_600, 1]);
        record.Messages[0].Deadline.ShouldBe(Noon.AddSeconds(96) + SubmissionRules.SandboxSlack);
        record.Messages[0].DueAt.ShouldBe(record.Messages[0].Deadline);
        record = Accept(Command with { Recipients = [To("a@sandbox.test")], ExpiresIn = TimeSpan.FromHours(8) });
        record.Messages[0].Deadline.ShouldBe(Noon.AddSeconds(8));
    }

    [Fact]
    public void in_the_sandbox_the_last_attempt_comes_in_time_though_each_takes_ten_seconds()
    {
        var message = Accept(Command with { Recipients = [To("a@sandbox.test")] }).Messages[0];
        var at = Noon;
        for (var attempt = 1; RetrySchedule.Default.DelayAfter(attempt, 0.99) is { } delay; attempt++)
            at += TimeSpan.FromSeconds(10) + delay / message.TimeScale;
        at.ShouldBeLessThan(message.Deadline);
    }

    [Fact]
    public void the_header_shows_to_and_cc_in_order_and_never_bcc()
    {
        var record = SubmissionRules.Accept(
            Renderings.Command(
                Renderings.Recipient("a@example.com", RecipientKind.To),
                Renderings.Recipient("b@example.com", RecipientKind.Bcc),
                Renderings.Recipient("c@example.com", RecipientKind.Cc)),
            Policy, TenantId.Parse("shop"), Id, Options, Noon);

        record.Messages.Length.ShouldBe(3);
        record.Submission.HeaderRecipients.Select(one => (one.Kind, one.Address.ToString())).ShouldBe(
            [(RecipientKind.To, "a@example.com"), (RecipientKind.Cc, "c@example.com")]);
    }

    [Fact]
    public void what_makes_a_repeat_recognisable_is_remembered_with_the_answer()
    {
        var record = Accept(Command with { Idempotency = new IdempotencyMark("k", "f") });

        record.Idempotency.ShouldNotBeNull().Receipt.ShouldBe(SubmissionRules.Receipt(record.Submission, Command) with
        {
            Recipients = record.Idempotency!.Receipt.Recipients,
        });
        Accept(Command).Idempotency.ShouldBeNull();
    }

    private static SubmissionRecord Accept(SubmitCommand command) =>
        SubmissionRules.Accept(command, Policy, TenantId.Parse("shop"), Id, Options, Noon);

    private static RefusalCode? Check(SubmitCommand command, AccountPolicy? policy) =>
        SubmissionRules.Check(command, policy, Noon)?.Code;

    private static string[] ToProve(SubmitCommand command, AccountPolicy? policy = null) =>
        [.. SubmissionRules.ToProve(command, policy ?? Policy).Select(address => address.ToString())];

    private static SubmitCommand From(params string[] authors) => new()
    {
        Account = AccountId.Parse("acc_shop"),
        Source = new MailSource.Raw(default, [.. authors.Select(EmailAddress.Parse)]),
        Recipients = [To("ann@example.com")],
    };

    private static Recipient To(string address) => Recipient.Of(EmailAddress.Parse(address));

    private static ReversePath Path(string address) => ReversePath.Of(EmailAddress.Parse(address));
}
