using System.Buffers;
using System.Buffers.Text;

namespace Actors.Mail.Messages.Composing;

/// <summary>RFC 2045 §6.8: 57 octets become a line of 76.</summary>
internal static class Base64Lines
{
    private const int OctetsPerLine = MessageLimits.EncodedLineMax / 4 * 3;

    internal static void Write(ReadOnlySpan<byte> content, IBufferWriter<byte> output)
    {
        while (!content.IsEmpty)
        {
            var part = content[..Math.Min(OctetsPerLine, content.Length)];
            var span = output.GetSpan(MessageLimits.EncodedLineMax + 2);
            Base64.EncodeToUtf8(part, span, out _, out var written);
            "\r\n"u8.CopyTo(span[written..]);
            output.Advance(written + 2);
            content = content[part.Length..];
        }
    }
}
