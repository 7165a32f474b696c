using System.Text;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>Mail that an application submits over SMTP arrives octet by octet, behind one Received of ours.</summary>
[Collection(LabCollection.Name)]
public sealed class SubmittedMailTests(InteropLab lab)
{
    [LabFact]
    public Task eight_bit_text_arrives_as_it_is() => Arrives("eightbit", """
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        Grüße aus Zürich, 你好, 🚀.

        """);

    [LabFact]
    public Task every_octet_but_nul_cr_and_lf_arrives_as_it_is() => Arrives("octets", """
        Content-Type: text/plain; charset=iso-8859-1
        Content-Transfer-Encoding: 8bit


        """ + new string([.. Enumerable.Range(1, 255).Select(i => (char)i).Where(c => c is not ('\r' or '\n'))]) + "\n",
        Encoding.Latin1);

    [LabFact]
    public Task lines_that_begin_with_dots_arrive_as_they_are() =>
        Arrives("dots", "\n.\n..\n. \n.dot\n..two\n...\n\n.\n");

    [LabFact]
    public Task lines_of_998_octets_arrive_as_they_are() =>
        Arrives("long", $"\n{new string('x', 998)}\n.{new string('y', 997)}\n{new string('.', 998)}\nend\n");

    [LabFact]
    public Task blanks_and_empty_lines_at_the_end_arrive_as_they_are() =>
        Arrives("blanks", "X-Folded: one\n\ttwo \n  three\n\nline with blanks \t \n \n\n\n\n");

    private async Task Arrives(string name, string rest, Encoding? encoding = null)
    {
        var recipient = Mails.At("plain", name);
        var message = $"""
            Date: Tue, 1 Jan 2030 12:00:00 +0000
            Message-ID: <{name}@{NameServer.Zone}>
            From: Shop <{Mails.From}>
            To: {recipient}
            Subject: {name}
            MIME-Version: 1.0

            """ + rest;
        var octets = (encoding ?? Encoding.UTF8).GetBytes(message.Replace("\n", "\r\n", StringComparison.Ordinal));
        await Python.Submit(lab, recipient, octets, "BODY=8BITMIME");
        var arrived = await lab.Mail.For(recipient);

        var (trace, content) = WithoutReceived(arrived);
        trace.ShouldContain($"by {SiloProgram.HostName} ");
        content.ShouldBe(Encoding.Latin1.GetString(octets));
        (await Python.Read(arrived))["defects"]!.ToJsonString().ShouldBe("[]");
    }

    /// <summary>Cuts off the Received that the silo added.</summary>
    private static (string Trace, string Content) WithoutReceived(ReceivedMail mail)
    {
        mail.Text.ShouldStartWith("Received: ");
        var end = mail.Text.IndexOf("\r\nDate: ", StringComparison.Ordinal) + 2;
        return (mail.Text[..end], mail.Text[end..]);
    }
}
