using System.Collections.Immutable;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Submissions;

public sealed class AddressingRulesTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Mailbox Fallback = Mailbox.Parse("The shop <shop@shop.example>");

    private static readonly AccountAddressing FromManager = new()
    {
        From = new AddressOverride("manager", "manager_name", Fallback),
    };

    private static readonly AccountPolicy Policy = new(
        MailStream.Marketing, Approved: true, Paused: false, AnySender: false);

    [Theory]
    [InlineData("ada@shop.example", "Ada", "\"Ada\" <ada@shop.example>")]
    [InlineData("  ada@shop.example ", "Ада", "\"Ада\" <ada@shop.example>")]
    [InlineData("ada@shop.example", null, "ada@shop.example")]
    [InlineData("ada@shop.example", "A\r\nBcc: x@y.example", "ada@shop.example")]
    [InlineData("no address", "Ada", "\"The shop\" <shop@shop.example>")]
    [InlineData(null, "Ada", "\"The shop\" <shop@shop.example>")]
    public void from_is_taken_of_the_recipients_details_else_the_fallback(string? email, string? name, string from) =>
        AddressingRules.Author(Command(), To(("manager", email), ("manager_name", name)), FromManager)!
            .ToString().ShouldBe(from);

    [Fact]
    public void without_detail_and_fallback_the_send_decides()
    {
        var rule = new AddressOverride("manager", null, null);
        AddressingRules.Author(Command(), To(), new AccountAddressing { From = rule }).ShouldBeNull();
        var applied = AddressingRules.Apply(Command(To()), new AccountAddressing { To = rule });
        applied.Recipients.ShouldHaveSingleItem().Address.ToString().ShouldBe("ann@example.net");
    }

    [Fact]
    public void the_resulting_from_must_be_authorised()
    {
        var policy = Policy with { Addressing = FromManager };
        var foreign = Command(To(("manager", "ada@shop.example")), To(("manager", "boss@bank.example")));
        SubmissionRules.ToProve(foreign, policy).Select(author => author.ToString())
            .ShouldBe(["shop@shop.example", "ada@shop.example", "boss@bank.example"]);
    }

    [Fact]
    public void one_send_takes_from_of_so_many_different_addresses_and_no_more()
    {
        var policy = Policy with { Addressing = FromManager };
        Recipient[] most = [.. Enumerable.Range(1, SenderLimits.ProofsMax - 1)
            .Select(i => To(("manager", $"manager{i}@shop.example")))];
        SubmissionRules.Check(Command([.. most, .. most]), policy, Noon).ShouldBeNull();
        SubmissionRules.ToProve(Command(most), policy).Length.ShouldBe(SenderLimits.ProofsMax);

        var refusal = SubmissionRules.Check(
            Command([.. most, To(("manager", "one.more@shop.example"))]), policy, Noon).ShouldNotBeNull();
        refusal.Errors.ShouldHaveSingleItem().Code.ShouldBe("too_many");
    }

    [Fact]
    public void to_is_taken_of_the_details_and_shows_in_the_header_and_the_receipt()
    {
        var addressing = new AccountAddressing { To = new AddressOverride("real", "real_name", null) };
        var command = AddressingRules.Apply(
            Command(To(("real", "bea@example.com"), ("real_name", "Bea"))), addressing);
        var recipient = command.Recipients.ShouldHaveSingleItem();
        (recipient.Address.ToString(), recipient.Name).ShouldBe(("bea@example.com", "Bea"));
        var record = Accept(command, addressing);
        record.Submission.HeaderRecipients.ShouldHaveSingleItem().Address.ShouldBe(recipient.Address);
        record.Messages.ShouldHaveSingleItem().Recipient.ShouldBe(recipient.Address);
    }

    [Fact]
    public void each_copy_has_its_own_from_and_bounces_go_to_it()
    {
        var record = Accept(Command(To(("manager", "ada@shop.example")), To()), FromManager);
        record.Messages.Select(one => one.Author!.Address.ToString())
            .ShouldBe(["ada@shop.example", "shop@shop.example"]);
        record.Messages[0].ReversePath.ToString().ShouldBe("<ada@shop.example>");
    }

    [Fact]
    public void name_and_reply_to_are_added_where_the_send_has_none()
    {
        var addressing = new AccountAddressing { DisplayName = "Shop", ReplyTo = Fallback };
        var bare = Mail(AddressingRules.Apply(Command(), addressing));
        (bare.From.DisplayName, bare.ReplyTo.ShouldHaveSingleItem()).ShouldBe(("Shop", Fallback));

        var own = Mailbox.Parse("Own <own@shop.example>");
        var given = Mail(AddressingRules.Apply(
            Command() with { Source = new MailSource.Parts(Parts(own) with { ReplyTo = [own] }) }, addressing));
        (given.From, given.ReplyTo.ShouldHaveSingleItem()).ShouldBe((own, own));
    }

    [Fact]
    public void bounces_of_an_own_account_go_to_its_address_but_an_answer_of_a_program_has_nowhere_to_bounce_to()
    {
        var addressing = new AccountAddressing { MailFrom = EmailAddress.Parse("box@shop.example") };
        var sent = Accept(Command(), addressing).Messages[0];
        (sent.ReversePath.ToString(), sent.ByOwnServer).ShouldBe(("<box@shop.example>", true));
        Accept(Command() with { ReversePath = ReversePath.Null }, addressing).Messages[0]
            .ReversePath.IsNull.ShouldBeTrue();
    }

    [Fact]
    public void a_whole_message_has_no_details_and_gets_the_fallback()
    {
        var addressing = FromManager with { To = new AddressOverride("real", null, Mailbox.Parse("x@y.example")) };
        var command = Whole("Sender: ann@club.example\r\nFrom: Ann <ann@club.example>\r\n\r\nHi\r\n");
        var applied = AddressingRules.Apply(command, addressing);

        TextOf(applied).ShouldBe("From: The shop <shop@shop.example>\r\n\r\nHi\r\n");
        SubmissionRules.ToProve(applied, Policy with { Addressing = addressing })
            .ShouldHaveSingleItem().ToString().ShouldBe("shop@shop.example");
        applied.Recipients.ShouldBe(command.Recipients);
        AddressingRules.Author(applied, To(("manager", "ada@shop.example")), addressing).ShouldBeNull();
    }

    [Fact]
    public void who_passed_a_whole_message_on_has_to_be_proved_beside_the_fallback()
    {
        var applied = AddressingRules.Apply(
            Whole("From: a@b.example\r\nResent-From: ann@club.example\r\n\r\n"), FromManager);

        ((MailSource.Raw)applied.Source).Authors.Select(one => $"{one}")
            .ShouldBe(["shop@shop.example", "ann@club.example"]);
    }

    [Fact]
    public void a_fallback_that_is_one_of_several_authors_takes_the_place_of_all() =>
        TextOf(AddressingRules.Apply(
                Whole("From: The shop <shop@shop.example>, boss@bank.example\r\n\r\n"), FromManager))
            .ShouldBe("From: The shop <shop@shop.example>\r\n\r\n");

    [Theory]
    [InlineData("From: shop@shop.example\r\n\r\n",
        "Reply-To: The shop <shop@shop.example>\r\n", "From: Shop <shop@shop.example>\r\n")]
    [InlineData("From: Own <shop@shop.example>\r\nReply-To: own@shop.example\r\n\r\n",
        "From: Own <shop@shop.example>\r\n", "Reply-To: own@shop.example\r\n")]
    [InlineData("From: a@shop.example, b@shop.example\r\nReply-To: own@shop.example\r\n\r\n",
        "From: a@shop.example, b@shop.example\r\n", "Reply-To: own@shop.example\r\n")]
    public void name_and_reply_to_are_added_to_a_whole_message_too(string text, params string[] fields)
    {
        var addressing = new AccountAddressing { DisplayName = "Shop", ReplyTo = Fallback };
        var command = Whole(text);
        var applied = AddressingRules.Apply(command, addressing);

        foreach (var field in fields)
            TextOf(applied).ShouldContain(field);
        ((MailSource.Raw)applied.Source).Authors.ShouldBe(((MailSource.Raw)command.Source).Authors);
    }

    [Fact]
    public void what_the_account_says_nothing_of_stays_byte_for_byte_and_so_do_notices()
    {
        var command = Whole("From: shop@shop.example\r\n\r\n");
        var nothing = new AccountAddressing { From = new AddressOverride("manager", null, null) };
        AddressingRules.Apply(command, nothing).Source.ShouldBeSameAs(command.Source);
        AddressingRules.Apply(command with { IsNotice = true }, FromManager).Source.ShouldBeSameAs(command.Source);
    }

    [Fact]
    public void a_fallback_outside_of_ascii_needs_smtputf8()
    {
        var addressing = new AccountAddressing
        {
            From = new AddressOverride("manager", null, Mailbox.Parse("žena@shop.example")),
        };
        var applied = AddressingRules.Apply(Whole("From: a@b.example\r\n\r\n"), addressing);
        ((MailSource.Raw)applied.Source).NeedsSmtpUtf8.ShouldBeTrue();
    }

    private static SubmitCommand Whole(string text) => Command() with
    {
        Source = new MailSource.Raw(
            Encoding.UTF8.GetBytes(text), [EmailAddress.Parse("ann@club.example")]),
    };

    private static string TextOf(SubmitCommand command) =>
        Encoding.UTF8.GetString(((MailSource.Raw)command.Source).Bytes.Span);

    private static SubmissionRecord Accept(SubmitCommand command, AccountAddressing addressing) =>
        SubmissionRules.Accept(
            command, Policy with { Addressing = addressing }, TenantId.Parse("shop"),
            SubmissionId.FromKey("01ARZ3NDEKTSV4RRFFQ69G5FAV"), new LifecycleOptions(), Noon);

    private static MailParts Mail(SubmitCommand command) => ((MailSource.Parts)command.Source).Mail;

    private static MailParts Parts(Mailbox from) => new(from, [], "Hello", "Hello.", null, [], [], false);

    private static SubmitCommand Command(params Recipient[] to) => new()
    {
        Account = AccountId.Parse("acc_shop"),
        Source = new MailSource.Parts(Parts(Mailbox.Parse("shop@shop.example"))),
        Recipients = to.Length > 0 ? [.. to] : [To()],
    };

    private static Recipient To(params (string Name, string? Value)[] details) =>
        Recipient.Of(EmailAddress.Parse("ann@example.net")) with
        {
            Kind = RecipientKind.To,
            Details = details.Where(one => one.Value is not null)
                .ToImmutableDictionary(one => one.Name, one => one.Value!),
        };
}
