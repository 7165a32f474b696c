using System.Collections.Immutable;
using Actors.Mail.Messages.Parsing;

namespace Actors.Mail.Parsing;

/// <summary>A message or a part of one: an entity of RFC 2045 §2.4.</summary>
public sealed class MailPart
{
    private readonly ReadOnlyMemory<byte> source;
    private readonly int bodyStart;
    private readonly ImmutableArray<MailPart>.Builder parts = ImmutableArray.CreateBuilder<MailPart>();
    private int end;

    /// <param name="inDigest">Without a type of its own it is a message (RFC 2046 §5.1.5).</param>
    internal MailPart(ReadOnlyMemory<byte> source, HeaderBlock headers, int bodyStart, bool inDigest)
    {
        this.source = source;
        this.bodyStart = bodyStart;
        end = source.Length;
        Headers = headers;
        Type = ContentType.Of(headers, inDigest);
        Encoding = ContentEncodings.Of(headers.Find("Content-Transfer-Encoding"u8));
    }

    public HeaderBlock Headers { get; }

    public ContentType Type { get; }

    public ContentEncoding Encoding { get; }

    /// <summary>Parts of a multipart; the one message of a message/rfc822; else empty.</summary>
    public IReadOnlyList<MailPart> Parts => parts;

    /// <summary>Header section and body as they stand.</summary>
    public ReadOnlyMemory<byte> Source => source[Headers.Start..end];

    /// <summary>The body as it stands, without the line end that belongs to the boundary after it.</summary>
    public ReadOnlyMemory<byte> Body => source[bodyStart..end];

    /// <summary>From Content-Disposition or the name of Content-Type, decoded; null where there is none.</summary>
    public string? FileName =>
        (HeaderParameters.Parse(Headers.Find("Content-Disposition"u8))["filename"] ?? Type.Parameters["name"])
        is { } name ? EncodedWordDecoder.Decode(name) : null;

    /// <summary>Lower case; null where there is no Content-Disposition.</summary>
    public string? Disposition => Headers.Find("Content-Disposition"u8) is { } value
        ? value.AsSpan(0, value.AsSpan().IndexOfAny(';', ' ') is var stop and >= 0 ? stop : value.Length)
            .Trim().ToString().ToLowerInvariant()
        : null;

    /// <summary>The body without its transfer encoding; octets that are not of the encoding are passed over.</summary>
    public ReadOnlyMemory<byte> Content() => Encoding switch
    {
        ContentEncoding.Base64 => Base64Decoder.Decode(Body.Span),
        ContentEncoding.QuotedPrintable => QuotedPrintableDecoder.Decode(Body.Span),
        _ => Body,
    };

    /// <summary>
    /// The content as text, line ends as they are, at most <see cref="ParsingLimits.TextOctetsMax"/> of it.
    /// </summary>
    /// <remarks>An unknown charset is taken as UTF-8, and what is not that as windows-1252.</remarks>
    public string Text()
    {
        var content = Content().Span;
        return CharsetText.Decode(
            content[..Math.Min(content.Length, ParsingLimits.TextOctetsMax)], Type.Parameters["charset"]);
    }

    /// <summary>This part and all within it, each before those within it.</summary>
    public IEnumerable<MailPart> WithDescendants()
    {
        var waiting = new Stack<MailPart>();
        waiting.Push(this);
        while (waiting.TryPop(out var part))
        {
            yield return part;
            for (var i = part.parts.Count - 1; i >= 0; i--)
                waiting.Push(part.parts[i]);
        }
    }

    internal void Add(MailPart part) => parts.Add(part);

    internal void EndAt(int position) => end = Math.Max(bodyStart, position);
}
