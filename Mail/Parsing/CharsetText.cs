using System.Text;
using System.Text.Unicode;
using Actors.Mail.Messages.Parsing;

namespace Actors.Mail.Parsing;

/// <summary>Octets to characters, whatever their charset is called.</summary>
internal static class CharsetText
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Never fails. Without a charset, or with one nobody knows: UTF-8 where it is that, else windows-1252.
    /// </summary>
    internal static string Decode(ReadOnlySpan<byte> octets, string? charset)
    {
        if (octets.IsEmpty)
            return "";
        var encoding = charset is null || IsAscii(charset) ? null : Charsets.Find(charset.AsSpan().Trim());
        if (encoding is not null && (encoding is not UTF8Encoding || Utf8.IsValid(octets)))
            return encoding.GetString(octets);
        return (Utf8.IsValid(octets) ? Encoding.UTF8 : encoding ?? Windows1252).GetString(octets);
    }

    /// <summary>What says that it is ASCII and is not, is likely in another charset.</summary>
    private static bool IsAscii(string charset) => charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
        || charset.Equals("ascii", StringComparison.OrdinalIgnoreCase);
}
