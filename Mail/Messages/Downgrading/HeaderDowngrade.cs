using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Mail.Messages.Composing;
using Actors.Mail.Messages.Parsing;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>
/// Turns a header section in UTF-8 (RFC 6532) into one in ASCII, for a server that does not offer SMTPUTF8.
/// </summary>
/// <remarks>
/// Text and display names become encoded words (RFC 2047), parameters RFC 2231, domains A-labels, addresses of web
/// pages in List-* percent-encoded; in the headers of parts too. Fields in ASCII stay byte for byte, bodies always. A
/// signature over a changed field no longer holds, so downgrade before signing. Linear in the message.
/// </remarks>
public static class HeaderDowngrade
{
    /// <summary>False for a message that any server can take.</summary>
    public static bool IsNeeded(ReadOnlySpan<byte> message)
    {
        if (message.StartsWith("\r\n"u8))
            return false;
        var end = message.IndexOf("\r\n\r\n"u8);
        return !Ascii.IsValid(end < 0 ? message : message[..end]);
    }

    /// <param name="message">Header and body; must stay unchanged as long as the result is used.</param>
    /// <param name="ascii">
    /// The message in order, cut anywhere. Bodies are as they were; a signature over what has changed is not: where
    /// multipart/signed holds such a header, that is refused.
    /// </param>
    /// <param name="refusal">
    /// 5.6.7 where a local part is not ASCII, which nothing can express; 5.6.9 for other fields without an ASCII form.
    /// </param>
    public static bool TryToAscii(
        ReadOnlyMemory<byte> message,
        [NotNullWhen(true)] out IReadOnlyList<ReadOnlyMemory<byte>>? ascii,
        [NotNullWhen(false)] out Reply? refusal)
    {
        ascii = null;
        if (!HeaderSection.TryParse(message, out var header, out _))
        {
            refusal = DowngradeRefusals.NoHeader;
            return false;
        }

        if (IsPlainBody(message.Span[header.BodyStart..]))
            return TryHeaderAlone(message, header, out ascii, out refusal);
        var rewriter = new PartRewriter(message, encodes: false);
        refusal = rewriter.Rewrite(ParsedMail.Parse(message).Root);
        ascii = refusal is null ? [rewriter.Written] : null;
        return refusal is null;
    }

    /// <summary>Whether no part can have a header of its own that is not ASCII.</summary>
    private static bool IsPlainBody(ReadOnlySpan<byte> body) =>
        Ascii.IsValid(body) || body.IndexOf("\n--"u8) < 0;

    private static bool TryHeaderAlone(
        ReadOnlyMemory<byte> message, HeaderSection header,
        [NotNullWhen(true)] out IReadOnlyList<ReadOnlyMemory<byte>>? ascii,
        [NotNullWhen(false)] out Reply? refusal)
    {
        ascii = null;
        var output = new ArrayBufferWriter<byte>(header.Length + (header.Length / 2) + 64);
        refusal = Write(header, message.Span, output);
        if (refusal is not null)
            return false;
        output.Write(message.Span[header.Length..header.BodyStart]);
        ascii = [output.WrittenMemory, message[header.BodyStart..]];
        return true;
    }

    /// <summary>Every field of a section with its CRLF, without the blank line.</summary>
    /// <param name="without">A kind of field to leave out.</param>
    internal static Reply? Write(
        HeaderSection header, ReadOnlySpan<byte> message, IBufferWriter<byte> output,
        KnownHeader without = KnownHeader.None)
    {
        var writer = new HeaderWriter(output);
        foreach (var field in header.Fields)
        {
            if (without != KnownHeader.None && field.Known == without)
                continue;
            var bytes = message[field.Start..field.End];
            if (Ascii.IsValid(bytes))
            {
                output.Write(bytes);
                output.Write("\r\n"u8);
            }
            else if (Write(header, field, writer) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Reply? Write(HeaderSection header, HeaderField field, HeaderWriter writer)
    {
        var name = Encoding.ASCII.GetString(header.Name(field));
        if (!System.Text.Unicode.Utf8.IsValid(header.Value(field)))
            return DowngradeRefusals.NotUtf8(name);
        var value = header.Text(field).Replace('\t', ' '); // white space is where lines are folded
        switch (FieldKinds.Of(name))
        {
            case FieldKind.Addresses:
                return new AddressDowngrade(writer).Write(name, value);
            case FieldKind.Parameters:
                return ParameterDowngrade.Write(writer, name, value);
            case FieldKind.Addressed:
                return UriDowngrade.Write(writer, name, value);
            case FieldKind.ListId:
                return ListIdDowngrade.Write(writer, name, value);
            case FieldKind.Trace:
                return TraceDowngrade.Write(writer, name, value);
            case FieldKind.Fixed:
                return DowngradeRefusals.NoAsciiForm(name);
            default:
                HeaderFields.Text(writer, name, EncodedWordDecoder.Decode(value));
                return null;
        }
    }
}
