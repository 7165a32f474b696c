using System.Collections.Immutable;

namespace Actors.Mail.Parsing;

/// <summary>What people read of a message: its words, without MIME and transfer encodings, and the links in
/// them.</summary>
/// <param name="Text">The first text/plain part; null where there is none.</param>
/// <param name="Html">The first text/html part; null where there is none.</param>
/// <param name="Links">Addresses of http and https, each once, in the order of the text and then of the HTML.</param>
/// <param name="Truncated">Whether text or HTML is longer than <see cref="LengthMax"/>.</param>
public sealed record ReadableMail(string? Text, string? Html, ImmutableArray<string> Links, bool Truncated)
{
    /// <summary>UTF-16 code units of text and of HTML; the rest is cut off.</summary>
    public const int LengthMax = 256 * 1024;

    /// <param name="source">Any octets.</param>
    public static ReadableMail Of(ReadOnlyMemory<byte> source)
    {
        var own = OwnParts(ParsedMail.Parse(source).Root).ToArray();
        var (text, html) = (TextOf(own, "text/plain"), TextOf(own, "text/html"));
        return new ReadableMail(
            Cut(text), Cut(html), LinksInText.Of(Cut(text), Cut(html)),
            text?.Length > LengthMax || html?.Length > LengthMax);
    }

    private static string? TextOf(MailPart[] parts, string type) =>
        parts.FirstOrDefault(part => part.Type.Value == type)?.Text();

    private static string? Cut(string? text) => text?.Length > LengthMax ? text[..LengthMax] : text;

    /// <summary>The parts that are neither attached nor of a message within this one.</summary>
    private static IEnumerable<MailPart> OwnParts(MailPart part)
    {
        var waiting = new Stack<MailPart>([part]);
        while (waiting.TryPop(out var next))
        {
            if (next.Disposition == "attachment" || next.Type.IsMessage)
                continue;
            yield return next;
            foreach (var inner in next.Parts.Reverse())
                waiting.Push(inner);
        }
    }
}
