using System.Text;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Rendering;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Submissions;

/// <summary>What stands in From of mail whose author is not proved.</summary>
public sealed class FromRulesTests
{
    private static readonly EmailAddress Ours = EmailAddress.Parse("shop@mail.example.net");
    private static readonly Refusal No = Refusal.Of(RefusalCode.SenderNotVerified, "is not proved");
    private static readonly SubmitCommand Parts = Renderings.Command(Renderings.Recipient("ann@example.com"));

    [Fact]
    public void nothing_is_touched_where_every_author_is_proved() =>
        FromRules.Apply(Parts, null, []).Command.ShouldBeSameAs(Parts);

    [Fact]
    public void over_http_and_over_smtp_the_same_takes_its_place()
    {
        var whole = Raw("From: Shop <shop@shop.example>\r\nTo: ann@example.com\r\n\r\nHi\r\n", "shop@shop.example");

        Renderings.Render(Applied(Parts, "shop@shop.example"))[0].ShouldContain(
            "From: Shop <shop@mail.example.net>\r\n");
        Renderings.Render(Applied(Parts, "shop@shop.example"))[0].ShouldContain(
            "Reply-To: Shop <shop@shop.example>\r\n");
        TextOf(Applied(whole, "SHOP@shop.example")).ShouldBe(
            "From: Shop <shop@mail.example.net>\r\nReply-To: Shop <shop@shop.example>\r\n"
            + "To: ann@example.com\r\n\r\nHi\r\n");
    }

    [Fact]
    public void answers_go_where_the_send_says()
    {
        var mail = Renderings.Plain with { ReplyTo = [Mailbox.Parse("team@shop.example")] };
        var command = Applied(
            Renderings.Command(mail, Renderings.Recipient("ann@example.com")), "shop@shop.example");

        ((MailSource.Parts)command.Source).Mail.ReplyTo.ShouldBe(mail.ReplyTo);
    }

    [Fact]
    public void a_sender_of_the_envelope_that_is_not_proved_is_told_of_nothing()
    {
        var whole = Raw("From: a@b.example\r\n\r\n", "a@b.example") with
        {
            ReversePath = ReversePath.Of(EmailAddress.Parse("A@b.example")),
        };
        var proved = whole with { ReversePath = ReversePath.Of(EmailAddress.Parse("bounce@shop.example")) };
        var program = whole with { ReversePath = ReversePath.Null };

        Applied(whole, "a@b.example").ReversePath.ShouldBeNull();
        Applied(proved, "a@b.example").ReversePath.ShouldBe(proved.ReversePath);
        Applied(program, "a@b.example").ReversePath.ShouldBe(ReversePath.Null);
    }

    [Theory]
    [InlineData("From: shop@shop.example\r\nSender: x@y.example\r\n\r\n")]
    [InlineData("From: shop@shop.example\r\n\r\n")] // it stands in MAIL FROM
    [InlineData("From: x@y.example\r\nResent-From: x@y.example\r\n\r\n")]
    [InlineData("From: you\r\n\r\n")]
    public void only_from_has_a_substitute(string text) =>
        FromRules.Apply(Raw(text, "x@y.example"), null, [For("x@y.example")]).Refusal.ShouldBe(No);

    [Fact]
    public void who_passed_it_on_stays_where_that_is_proved()
    {
        var command = Applied(
            Raw("From: x@y.example\r\nResent-From: shop@shop.example\r\n\r\n", "x@y.example", "shop@shop.example"),
            "x@y.example");

        ((MailSource.Raw)command.Source).Authors.Select(one => $"{one}")
            .ShouldBe(["shop@mail.example.net", "shop@shop.example"]);
    }

    [Fact]
    public void a_from_out_of_a_recipients_details_has_to_be_proved()
    {
        var addressing = new AccountAddressing { From = new AddressOverride("manager", null, null) };

        FromRules.Apply(Parts, addressing, [For("ann@club.example")]).Refusal.ShouldBe(No);
    }

    private static SubmitCommand Applied(SubmitCommand command, string given)
    {
        var (applied, refusal) = FromRules.Apply(command, null, [For(given)]);
        refusal.ShouldBeNull();
        return applied;
    }

    private static Substitute For(string given) => new(EmailAddress.Parse(given), Ours, No);

    private static SubmitCommand Raw(string text, params string[] authors) => Parts with
    {
        Source = new MailSource.Raw(
            Encoding.ASCII.GetBytes(text), [.. authors.Select(EmailAddress.Parse)]),
    };

    private static string TextOf(SubmitCommand command) =>
        Encoding.ASCII.GetString(((MailSource.Raw)command.Source).Bytes.Span);
}
