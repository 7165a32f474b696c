using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>Postfix as Debian configures it takes some sequences for the end of data that RFC 5321 does not
/// (smtpd_forbid_bare_newline=no): what follows them is commands of whoever wrote the text.</summary>
[Collection(LabCollection.Name)]
public sealed class SmugglingTests(InteropLab lab)
{
    private static readonly string Smuggled = Mails.At("plain", "smuggled");
    private static readonly string[] Ends =
        ["\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\r.\r\n", "\r\n.\r\r\n"];

    [LabFact]
    public async Task what_pretends_to_be_the_end_of_data_smuggles_no_second_message()
    {
        for (var i = 0; i < Ends.Length; i++)
        {
            var recipient = Mails.At("plain", $"smuggling{i}");
            await lab.Api.One(await lab.Api.Send(Mails.WithText(recipient, TextWith(Ends[i]))), "delivered");
            (await lab.Mail.For(recipient)).Text.ShouldContain("RCPT TO:", Case.Sensitive, "it is part of the text");
        }

        // The same bytes straight to Postfix: it is a good victim, and its second message comes behind all others.
        await lab.Mail.For(await SendRaw(Ends[0]));
        await lab.Mail.For(Smuggled);
        lab.Mail.AllFor(Smuggled).Count.ShouldBe(1);
        for (var i = 0; i < Ends.Length; i++)
            lab.Mail.AllFor(Mails.At("plain", $"smuggling{i}")).Count.ShouldBe(1);
    }

    [LabFact]
    public async Task a_nul_before_the_dot_is_refused_by_the_api()
    {
        var (status, body) = await lab.Api.TrySend(
            Mails.WithText(Mails.At("plain", "nul"), TextWith("\r\n\0.\r\n")));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        body.ShouldContain("/text");
    }

    private static string TextWith(string end) =>
        $"Before.{end}MAIL FROM:<{Mails.From}>\r\nRCPT TO:<{Smuggled}>\r\nDATA\r\n"
        + "Subject: smuggled\r\n\r\nHa.\r\n.\r\nQUIT\r\n";

    /// <returns>The recipient of the message that is meant to be seen.</returns>
    private async Task<string> SendRaw(string end)
    {
        var recipient = Mails.At("plain", "control");
        using var socket = lab.Network.OpenSocket();
        await socket.ConnectAsync(IPEndPoint.Parse(Addresses.Mx1 + ":25"));
        await using var stream = new NetworkStream(socket);
        using var replies = new StreamReader(stream);
        await replies.ReadLineAsync();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HELO client.example\r\nMAIL FROM:<{Mails.From}>\r\nRCPT TO:<{recipient}>\r\nDATA\r\n"
            + "Subject: control\r\n\r\n" + TextWith(end)));
        await replies.ReadToEndAsync();
        return recipient;
    }
}
