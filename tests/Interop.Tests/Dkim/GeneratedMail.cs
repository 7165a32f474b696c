using System.Buffers;
using System.Text;
using Actors.Interop.Tests.Lab;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Interop.Tests.Dkim;

/// <summary>Messages of every shape that we send: composed ones, and such as applications submit. The same seed makes
/// the same messages.</summary>
internal sealed class GeneratedMail(int seed)
{
    private static readonly string[] Words =
    [
        "order", "on", "its", "way", "a", ".", "..", "From", "=", "=3D", "Grüße", "Zürich", "你好", "🚀", "e\u0301",
        "(x)", "<b>", "&amp;", "\"q\"", "\\", "--", "https://example.org/?a=b&c=d", "0123456789", "two  spaces", "tab\tbed",
    ];

    private static readonly string[] LineEnds =
        ["\n", "\n", "\n", "\n", "\r\n", "\n\n", "\n\n\n", " \n", "\t \n", "\r"];

    private static readonly (string Name, string Type)[] Files =
    [
        ("invoice.pdf", "application/pdf"), ("Rechnung März.pdf", "application/pdf"), ("logo.png", "image/png"),
        ("data.csv", "text/csv; charset=utf-8"), ("請求書.txt", "text/plain"),
    ];

    private readonly Random random = new(seed);

    /// <summary>Octets of a message with its lines ended by CRLF.</summary>
    public byte[] Next(int number) => number % 5 == 4 ? Submitted(number) : Composed(number);

    private byte[] Composed(int number)
    {
        var draft = new MessageDraft
        {
            From = Named(Line(), "shop@" + SigningKey.Domain),
            To = [.. Enumerable.Range(0, random.Next(0, 4)).Select(i => Named(Line(), $"reader{i}@example.net"))],
            Cc = random.Next(4) == 0 ? [Named(Line(), "copy@bücher.example")] : [],
            ReplyTo = random.Next(4) == 0 ? [Named(Line(), "answers@example.org")] : [],
            Subject = HeaderValue.Parse(Plain(Line() + Line())),
            Text = random.Next(4) == 0 ? null : Body(),
            Html = random.Next(3) == 0 ? Body() : null,
            Attachments = [.. Enumerable.Range(0, random.Next(8) == 0 ? 2 : 0).Select(_ => File())],
            ExtraHeaders = [.. Extra(number)],
            Date = new DateTimeOffset(2026, 3, 9, 8, 0, 0, TimeSpan.FromMinutes(random.Next(-720, 720))),
            MessageId = MessageId.Parse($"{number}@{SigningKey.Domain}"),
            BoundarySeed = $"{seed}/{number}",
        };
        var output = new ArrayBufferWriter<byte>();
        MessageComposer.Write(draft, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Headers folded and spaced as other programs do it, bodies of 8 bits and long lines.</summary>
    private byte[] Submitted(int number)
    {
        var lines = Enumerable.Range(0, random.Next(0, 12)).Select(_ => random.Next(6) switch
        {
            0 => "",
            1 => " \t ",
            2 => "\t" + Plain(Line()) + " ",
            3 => new string('x', random.Next(900, 998)),
            _ => Plain(Line()),
        });
        var encoding = random.Next(3) == 0 ? Encoding.Latin1 : Encoding.UTF8;
        return encoding.GetBytes(string.Join("\r\n",
        [
            "Received: from [192.0.2.1] by relay.example with ESMTPA;", "\tMon, 9 Mar 2026 08:00:00 +0000",
            "date:Mon, 9 Mar 2026 08:00:00 +0000 (a  comment)", $"MESSAGE-ID:<raw{number}@{SigningKey.Domain}>",
            $"From:\t\"Shop, the\"  ", $"  <shop@{SigningKey.Domain}>", "To: a@example.net,", "\tb@example.net,  ",
            " c@example.net", "Subject:" + (random.Next(5) == 0 ? "" : "  folded\r\n\tand   spaced\t"), "X-Empty:",
            "MIME-Version: 1.0", "Content-Type: text/plain;", "  charset=utf-8", "Content-Transfer-Encoding: 8bit", "",
            .. lines, "",
        ]));
    }

    private IEnumerable<ExtraHeader> Extra(int number)
    {
        if (random.Next(3) == 0)
            yield return Header("X-Batch", Plain(Line()));
        if (random.Next(3) == 0)
            yield return Header("In-Reply-To", $"<{number}.before@example.net>");
        if (random.Next(3) == 0)
            yield return Header(
                "References", string.Join(' ', Enumerable.Range(0, 20).Select(i => $"<{i}@example.net>")));
    }

    private Attachment File()
    {
        var (name, type) = Files[random.Next(Files.Length)];
        var content = new byte[random.Next(0, 3000)];
        random.NextBytes(content);
        return FileName.TryParse(name, out var fileName) && MediaType.TryParse(type, out var mediaType)
            ? new Attachment(fileName, mediaType, Disposition.Attachment, null, content)
            : throw new InvalidOperationException(name);
    }

    private string Body()
    {
        var text = new StringBuilder();
        for (var lines = random.Next(0, 15); lines > 0; lines--)
            text.Append(Line()).Append(LineEnds[random.Next(LineEnds.Length)]);
        if (random.Next(6) == 0)
            text.Append(new string('y', random.Next(900, 3000)));
        if (random.Next(6) == 0)
            text.Append("\n\n \n\n");
        return text.ToString();
    }

    private string Line() =>
        string.Join(' ', Enumerable.Range(0, random.Next(0, 12)).Select(_ => Words[random.Next(Words.Length)]));

    private static string Plain(string line) => line.Replace('\t', ' ');

    private static Mailbox Named(string name, string address) =>
        Mailbox.TryCreate(Plain(name), EmailAddress.Parse(address), out var mailbox)
            ? mailbox
            : throw new InvalidOperationException(name);

    private static ExtraHeader Header(string name, string value) =>
        ExtraHeader.TryCreate(name, value, out var header, out var problem)
            ? header
            : throw new InvalidOperationException(problem);
}
