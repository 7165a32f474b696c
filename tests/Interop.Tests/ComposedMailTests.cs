using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests;

/// <summary>Mail that is composed from JSON: Postfix receives what the built-in receiver does, octet by octet, and
/// Python's parser reads out of it what was put in.</summary>
[Collection(LabCollection.Name)]
public sealed class ComposedMailTests(InteropLab lab)
{
    [LabFact]
    public async Task a_text_arrives()
    {
        const string Text = "Hello,\n\n.\n..two dots\nFrom the shop\nline with blanks \nend";
        var read = await Arrives("text", new { text = Text });
        Parts(read).ShouldBe([("text/plain", "")]);
        TextOf(read, 0).ShouldBe(Text);
    }

    [LabFact]
    public async Task html_and_text_with_attachments_arrive()
    {
        var octets = Enumerable.Range(0, 10_000).Select(i => (byte)(i * 7)).ToArray();
        var read = await Arrives("attachment", new
        {
            text = "See the invoice.",
            html = "<p>See the <b>invoice</b>.</p>",
            attachments = new object[]
            {
                new { filename = "Rechnung März.pdf", content_type = "application/pdf",
                    content = Convert.ToBase64String(octets) },
                new { filename = "logo.png", content_type = "image/png", content_id = "logo",
                    content = Convert.ToBase64String(octets.AsSpan(0, 100)) },
            },
        });
        Parts(read).Order().ShouldBe(
        [
            ("application/pdf", "Rechnung März.pdf"), ("image/png", "logo.png"), ("text/html", ""), ("text/plain", ""),
        ]);
        read["parts"]!.AsArray().Single(part => part!.Text("type") == "application/pdf")!.Text("sha256")
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(octets)));
    }

    [LabFact]
    public async Task names_subject_and_text_in_other_scripts_arrive()
    {
        var subject = "Grüße aus Zürich 🚀 " + string.Concat(Enumerable.Repeat("漢字", 60));
        var read = await Arrives(subject, new { text = "Größe: 你好 👋🏽\n" + new string('ä', 600) });
        read.Text("subject").ShouldBe(subject);
        read.Text("from").ShouldBe($"Müller & Söhne, Köln <{Mails.From}>".Replace(
            "Müller & Söhne, Köln", "\"Müller & Söhne, Köln\"", StringComparison.Ordinal));
        TextOf(read, 0).ShouldBe("Größe: 你好 👋🏽\n" + new string('ä', 600));
    }

    [LabFact]
    public async Task lines_too_long_for_smtp_arrive()
    {
        var text = new string('x', 998) + "\n" + new string('y', 5_000) + "\nend";
        TextOf(await Arrives("lines", new { text }), 0).ShouldBe(text);
    }

    /// <summary>Sends to Postfix and to the sandbox at once, so that both get the same message.</summary>
    private async Task<JsonNode> Arrives(string subject, object content)
    {
        var recipient = Mails.At("plain", $"composed{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(subject))[..8]}");
        var mail = System.Text.Json.JsonSerializer.SerializeToNode(content)!.AsObject();
        mail["from"] = new JsonObject { ["email"] = Mails.From, ["name"] = "Müller & Söhne, Köln" };
        mail["to"] = new JsonArray(recipient, "delivered@sandbox.test");
        mail["subject"] = subject;
        await lab.Api.Until(await lab.Api.Send(mail), "delivered");
        var arrived = await lab.Mail.For(recipient);

        arrived.Text.ShouldBe(Encoding.Latin1.GetString(await lab.Api.FromSandbox(subject)));
        arrived.Text.Split("\r\n").Max(line => line.Length).ShouldBeLessThanOrEqualTo(998);
        arrived.Content.ShouldAllBe(octet => octet < 0x80);
        var read = await Python.Read(arrived);
        read["defects"]!.ToJsonString().ShouldBe("[]");
        return read;
    }

    private static IEnumerable<(string Type, string FileName)> Parts(JsonNode read) =>
        read["parts"]!.AsArray().Select(part => (part!.Text("type"), part!.Text("filename")));

    /// <summary>In MIME a line of text ends with CRLF, and so may the last one.</summary>
    private static string TextOf(JsonNode read, int part) =>
        read["parts"]![part]!.Text("text").Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
}
