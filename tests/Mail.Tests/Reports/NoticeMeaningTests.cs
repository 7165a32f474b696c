using Actors.Mail.Replies;
using Actors.Mail.Reports;

namespace Actors.Mail.Tests.Reports;

/// <summary>Where in a bounce in prose the reason stands.</summary>
public sealed class NoticeMeaningTests
{
    [Theory]
    [InlineData("Your message to <a@example.com> was automatically rejected:\nQuota exceeded", "Mailbox full")]
    [InlineData("Your message to <a@example.com> was automatically rejected:\n\nQuota exceeded", "Mailbox full")]
    [InlineData(
        "Undeliverable Address: a@example.com\n\nReason: the recipient is over disk quota and gets no mail.",
        "Mailbox full")]
    [InlineData(
        "Your message was not delivered: the other host was not\nreachable in time.\n\n<a@example.com>", "Timeout")]
    [InlineData("<a@example.com>: 421 4.4.2 mx.example.com timeout exceeded (in reply to EHLO)", "Timeout")]
    [InlineData("<a@example.com>:\n550 Service currently unavailable\n\nIt was tried until the message expired.",
        "Generic bounce")]
    public void the_reason_is_found(string text, string expected) =>
        Reports.Read(Reports.Notice(text)).Recipients.ShouldHaveSingleItem()
            .Bounce!.Category.Title().ShouldBe(expected);

    [Fact]
    public void one_reason_above_several_names_is_of_all_of_them() => Reports.Read(Reports.Notice("""
        Your message was not delivered because the destination host did not respond within two days.

        The following recipients did not receive it:

        <a@example.com>

        <b@example.com>
        """)).Recipients.Select(one => one.Bounce!.Category.Title()).ShouldBe(["Timeout", "Timeout"]);

    [Theory]
    [InlineData("<<< 503 5.0.0 Need RCPT (recipient)", "Invalid recipient")]
    [InlineData("<<< 503-5.5.1 RCPT first. See\n<<< 503 5.5.1 the standard", "Invalid recipient")]
    [InlineData("554 5.0.0 Service unavailable", "Mail Block")]
    public void a_transcript_shows_below_data_what_answers_an_earlier_command(string next, string expected) =>
        Reports.Read(Reports.Notice($"<a@example.com>\n>>> DATA\n<<< 550 5.3.0 no such user here\n{next}"))
            .Recipients.ShouldHaveSingleItem().Bounce!.Category.Title().ShouldBe(expected);

    [Theory]
    [InlineData("Unzustellbar: hallo", "konnte nicht zugestellt werden")]
    [InlineData("Non remis : bonjour", "Votre message n'a pas pu être délivré")]
    [InlineData("hola", "Su mensaje no pudo ser entregado")]
    [InlineData("Não entregue: olá", "não foi possível entregar a mensagem")]
    [InlineData("ciao", "Impossibile recapitare il messaggio")]
    [InlineData("hallo", "Uw bericht kan niet worden bezorgd bij de volgende geadresseerden")]
    [InlineData("cześć", "Wiadomości nie można dostarczyć")]
    [InlineData("Не доставлено: привет", "Сообщение не может быть доставлено")]
    [InlineData("こんにちは", "次のあて先に配信できませんでした")]
    [InlineData("你好", "邮件无法送达")]
    public void bounces_are_known_in_other_languages(string subject, string words) => Reports.Short(Reports.Read(
        $"From: postmaster@mx.example.net\nTo: bounces@sender.example.org\nSubject: {subject}\n"
        + $"Content-Type: text/plain; charset=utf-8\n\n{words}\n\na@example.com\n")).ShouldBe(["a@example.com failed"]);

    [Theory]
    [InlineData("Undeliverable: out of office next week", true)]
    [InlineData("Automatic reply: Undeliverable mail", false)]
    public void of_a_bounce_and_an_automatic_reply_that_which_the_subject_names_first_counts(
        string subject, bool isBounce) => (Reports.Read(
        $"From: postmaster@mx.example.net\nSubject: {subject}\n\nNot delivered:\n\n<a@example.com>: 550 5.1.1 no")
        .Kind == ReportKind.DeliveryStatus).ShouldBe(isBounce);
}
