using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Mail.Messages.Composing;

/// <summary>Writes a tree of parts: each its own headers, a blank line and its content.</summary>
/// <remarks>
/// Boundaries begin with "=_", which neither quoted-printable nor base64 can produce (RFC 2045 §6.7 note 5), and 7bit
/// is
/// not chosen for text that holds it after "--".
/// </remarks>
internal sealed class MimeWriter(IBufferWriter<byte> output, HeaderWriter header, string boundarySeed)
{
    private readonly string boundary =
        "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(boundarySeed)).AsSpan(0, 16));

    private int boundaries;

    internal void Write(MimePart part)
    {
        switch (part)
        {
            case MimePart.TextPart text:
                WriteText(text);
                break;
            case MimePart.ReportPart report:
                WriteReport(report);
                break;
            case MimePart.FilePart file:
                WriteFile(file.Attachment);
                break;
            case MimePart.Multipart multipart:
                WriteMultipart(multipart);
                break;
        }
    }

    private void WriteText(MimePart.TextPart part)
    {
        header.Begin("Content-Type");
        header.Word($"text/{part.Subtype}; charset=utf-8");
        header.End();
        WriteEncoding(part.Text.Encoding);
        output.Write("\r\n"u8);
        WriteContent(part.Text.Content.Span, part.Text.Encoding);
    }

    private void WriteReport(MimePart.ReportPart part)
    {
        var encoding = CanonicalText.Choose(part.Content.Span);
        header.Line("Content-Type", part.Type);
        WriteEncoding(encoding);
        output.Write("\r\n"u8);
        WriteContent(part.Content.Span, encoding);
    }

    private void WriteFile(Attachment file)
    {
        // RFC 2046 §5.2.1 forbids to encode a message, so one that 7bit cannot carry travels as plain octets.
        var encoding = file.Type.IsMessage && IsSevenBitMessage(file.Content.Span)
            ? TransferEncoding.SevenBit
            : TransferEncoding.Base64;
        var type = file.Type.IsMessage && encoding == TransferEncoding.Base64 ? MediaType.OctetStream : file.Type;
        header.Begin("Content-Type");
        header.Word(type.Value);
        foreach (var (name, value) in type.Parameters)
            MimeParameter.Write(header, name, value);
        MimeParameter.Write(header, "name", file.FileName.Value);
        header.End();
        WriteEncoding(encoding);
        header.Begin("Content-Disposition");
        header.Word(file.Disposition == Disposition.Inline ? "inline" : "attachment");
        MimeParameter.Write(header, "filename", file.FileName.Value);
        header.End();
        if (file.ContentId is not null)
            header.Line("Content-ID", file.ContentId.ToString());
        output.Write("\r\n"u8);
        WriteContent(file.Content.Span, encoding);
    }

    private void WriteMultipart(MimePart.Multipart part)
    {
        var own = $"{boundary}{(boundaries++).ToString(CultureInfo.InvariantCulture)}";
        header.Begin("Content-Type");
        header.Word($"multipart/{part.Subtype}");
        if (part is { Subtype: "related", Parts: [MimePart.TextPart root, ..] })
            MimeParameter.Write(header, "type", $"text/{root.Subtype}");
        if (part.ReportType is { } type)
            MimeParameter.Write(header, "report-type", type);
        MimeParameter.Write(header, "boundary", own, quoted: true);
        header.End();
        var delimiter = Encoding.ASCII.GetBytes($"\r\n--{own}");
        foreach (var child in part.Parts)
        {
            output.Write(delimiter);
            output.Write("\r\n"u8);
            Write(child);
        }

        output.Write(delimiter);
        output.Write("--\r\n"u8);
    }

    private void WriteEncoding(TransferEncoding encoding) => header.Line(
        "Content-Transfer-Encoding",
        encoding switch
        {
            TransferEncoding.SevenBit => "7bit",
            TransferEncoding.QuotedPrintable => "quoted-printable",
            _ => "base64",
        });

    private void WriteContent(ReadOnlySpan<byte> content, TransferEncoding encoding)
    {
        if (encoding == TransferEncoding.SevenBit)
            output.Write(content);
        else if (encoding == TransferEncoding.QuotedPrintable)
            QuotedPrintable.Write(content, output);
        else
            Base64Lines.Write(content, output);
    }

    private static bool IsSevenBitMessage(ReadOnlySpan<byte> content) =>
        CanonicalText.IsCanonical(content) && CanonicalText.Choose(content) == TransferEncoding.SevenBit;
}
