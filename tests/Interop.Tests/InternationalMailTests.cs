using System.Text;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>UTF-8 in addresses and header fields travels under SMTPUTF8 and not without it (RFC 6531).</summary>
[Collection(LabCollection.Name)]
public sealed class InternationalMailTests(InteropLab lab)
{
    [LabFact]
    public async Task what_was_submitted_with_smtputf8_is_passed_on_with_it()
    {
        var recipient = Mails.At("plain", "declared");
        await Python.Submit(lab, recipient, MailFor(recipient), "SMTPUTF8", "BODY=8BITMIME");
        var arrived = await lab.Mail.For(recipient);
        arrived.Trace.ShouldContain("with UTF8SMTP");
        Encoding.UTF8.GetString(arrived.Content).ShouldContain("\r\nSubject: Grüße 你好\r\n");
    }

    [LabFact]
    public async Task a_header_in_utf8_is_put_into_ascii_where_the_receiver_does_not_offer_smtputf8()
    {
        var recipient = Mails.At("tls", "declared");
        await Python.Submit(lab, recipient, MailFor(recipient), "SMTPUTF8", "BODY=8BITMIME");
        var arrived = await lab.Mail.For(recipient);
        arrived.Trace.ShouldContain("with ESMTPS");
        arrived.Content.ShouldAllBe(octet => octet < 128);
        (await Python.Read(arrived))["subject"]!.GetValue<string>().ShouldBe("Grüße 你好");
    }

    [LabFact]
    public async Task a_local_part_in_utf8_bounces_where_the_receiver_does_not_offer_smtputf8()
    {
        var recipient = Mails.At("tls", "grüße");
        await using var session = await SubmissionSession.Open(lab);
        await session.Say($"MAIL FROM:<{Mails.From}> SMTPUTF8", "250");
        await session.Say($"RCPT TO:<{recipient}>", "250");
        await session.Send($"From: {Mails.From}\r\nTo: {recipient}\r\nSubject: x\r\n\r\nHello.\r\n", "250");
        var bounced = await lab.Api.One(
            await lab.Api.NewestFor(recipient), "bounced", "delivered", "deferred");
        bounced.Text("status").ShouldBe("bounced");
        bounced.Attempts().ShouldHaveSingleItem().Text("enhanced_code").ShouldBe("5.6.7");
    }

    [LabFact]
    public async Task eight_bit_text_is_encoded_where_the_receiver_does_not_offer_8bitmime()
    {
        var recipient = Mails.At("seven", "encoded");
        await Python.Submit(lab, recipient, Encoding.UTF8.GetBytes(
            $"From: {Mails.From}\r\nTo: {recipient}\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGrüße 你好\r\n"),
            "BODY=8BITMIME");
        var arrived = await lab.Mail.For(recipient);
        arrived.Content.ShouldAllBe(octet => octet < 128);
        (await Python.Read(arrived))["parts"]![0]!["text"]!.GetValue<string>().TrimEnd().ShouldBe("Grüße 你好");
    }

    [LabFact]
    public async Task utf8_in_a_header_without_smtputf8_is_refused_with_what_to_do()
    {
        var recipient = Mails.At("tls", "undeclared");
        var answer = await Python.Answer(lab, recipient, MailFor(recipient), "BODY=8BITMIME");
        answer.ShouldStartWith("550 5.6.9 ");
        answer.ShouldContain("RFC 2047");
    }

    [LabFact]
    public async Task an_address_in_utf8_makes_every_copy_that_names_it_international()
    {
        var recipient = Mails.At("plain", "copied");
        var id = await lab.Api.Send(new
        {
            from = Mails.From,
            to = new[] { recipient },
            cc = new[] { Mails.At("plain", "grüße") },
            subject = "A message",
            text = "To be delivered.",
        });
        (await lab.Api.Until(id, "delivered", "bounced")).ShouldAllBe(each => each!.Text("status") == "delivered");
        (await lab.Mail.For(recipient)).Trace.ShouldContain("with UTF8SMTP");
    }

    private static byte[] MailFor(string recipient) => Encoding.UTF8.GetBytes(
        $"From: {Mails.From}\r\nTo: {recipient}\r\nSubject: Grüße 你好\r\n\r\nHello.\r\n");
}
