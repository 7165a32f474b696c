using System.Buffers;
using System.Text;
using Actors.Mail.Messages.Composing;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>Copies a message part by part, changing what is not ASCII.</summary>
/// <param name="encodes">Whether bodies are changed too, or headers of parts only.</param>
internal sealed class PartRewriter(ReadOnlyMemory<byte> message, bool encodes)
{
    private readonly ArrayBufferWriter<byte> output = new(message.Length + (message.Length / 4) + 256);
    private int copied; // everything of the message before it is in the output

    internal ReadOnlyMemory<byte> Written => output.WrittenMemory;

    /// <returns>Null when everything up to the end of the message is written.</returns>
    internal Reply? Rewrite(MailPart root)
    {
        if (Part(root, isSigned: false) is { } refusal)
            return refusal;
        CopyTo(message.Length);
        return null;
    }

    /// <param name="isSigned">A signature covers it.</param>
    private Reply? Part(MailPart part, bool isSigned)
    {
        var start = part.Headers.Start;
        var end = start + part.Source.Length;
        var bodyStart = end - part.Body.Length;
        var plainHeader = Ascii.IsValid(message.Span[start..bodyStart]);
        var eightBit = encodes && !Ascii.IsValid(part.Body.Span);
        if (isSigned && (!plainHeader || eightBit))
            return DowngradeRefusals.Signed;
        var holdsParts = part.Parts.Count > 0 && part.Encoding == ContentEncoding.Identity;
        if ((!plainHeader || eightBit) && Header(part, start, end, eightBit && !holdsParts) is { } refusal)
            return refusal;
        if (!holdsParts)
            return null;
        isSigned |= part.Type.Value == "multipart/signed";
        foreach (var child in part.Parts)
        {
            CopyTo(child.Headers.Start);
            if (Part(child, isSigned) is { } deeper)
                return deeper;
        }

        return null;
    }

    /// <summary>Writes the header and, where it is a leaf to be encoded, the body.</summary>
    private Reply? Header(MailPart part, int start, int end, bool encode)
    {
        var source = message[start..end];
        if (!HeaderSection.TryParse(source, out var header, out _)
            || header.BodyStart != part.Source.Length - part.Body.Length)
            return DowngradeRefusals.NoHeader;
        CopyTo(start);
        var content = encode ? part.Content().Span : default;
        var encoding = Choose(part, content);
        if (HeaderDowngrade.Write(header, source.Span, output, without: EncodingField(header, encode)) is { } refusal)
            return refusal;
        copied = start + header.BodyStart;
        if (!encode)
        {
            output.Write(source.Span[header.Length..header.BodyStart]);
            return null;
        }

        output.Write(encoding == TransferEncoding.Base64
            ? "Content-Transfer-Encoding: base64\r\n\r\n"u8
            : "Content-Transfer-Encoding: quoted-printable\r\n\r\n"u8);
        if (encoding == TransferEncoding.Base64)
            Base64Lines.Write(content, output);
        else
            QuotedPrintable.Write(content, output);
        copied = end;
        return null;
    }

    /// <summary>What says that a part has octets over 127 is true no more, also where the part holds others.</summary>
    private KnownHeader EncodingField(HeaderSection header, bool encode) =>
        encode || (encodes && header.TryFind("Content-Transfer-Encoding"u8, out var field)
            && header.Text(field).Equals("8bit", StringComparison.OrdinalIgnoreCase))
            ? KnownHeader.ContentTransferEncoding
            : KnownHeader.None;

    private static TransferEncoding Choose(MailPart part, ReadOnlySpan<byte> content) =>
        part.Type.IsText && CanonicalText.Choose(content) != TransferEncoding.Base64
            ? TransferEncoding.QuotedPrintable
            : TransferEncoding.Base64;

    /// <summary>What lies between parts no reader shows: there an octet over 127 becomes "?".</summary>
    private void CopyTo(int position)
    {
        if (position <= copied)
            return;
        var piece = message.Span[copied..position];
        copied = position;
        if (Ascii.IsValid(piece) || !encodes)
        {
            output.Write(piece);
            return;
        }

        var span = output.GetSpan(piece.Length);
        for (var i = 0; i < piece.Length; i++)
            span[i] = piece[i] < 0x80 ? piece[i] : (byte)'?';
        output.Advance(piece.Length);
    }
}
