using System.Text;
using Actors.Mail.Parsing;

namespace Actors.Mail.Tests.Parsing;

internal static class Mails
{
    /// <summary>Lines joined by CRLF, in Latin-1: a character is an octet.</summary>
    internal static ParsedMail Parse(params string[] lines) => ParsedMail.Parse(Bytes(lines));

    internal static byte[] Bytes(params string[] lines) => Encoding.Latin1.GetBytes(string.Join("\r\n", lines));

    internal static string Utf8(ReadOnlyMemory<byte> octets) => Encoding.UTF8.GetString(octets.Span);

    /// <summary>The tree as "multipart/mixed(text/plain,…)".</summary>
    internal static string Shape(MailPart part) => part.Parts.Count == 0
        ? part.Type.Value
        : $"{part.Type.Value}({string.Join(',', part.Parts.Select(Shape))})";
}
