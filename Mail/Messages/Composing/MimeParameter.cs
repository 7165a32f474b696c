using System.Text;

namespace Actors.Mail.Messages.Composing;

/// <summary>
/// A parameter of Content-Type or Content-Disposition: quoted, or RFC 2231 where ASCII does not do or is long.
/// </summary>
internal static class MimeParameter
{
    private const int QuotedMax = 60;

    /// <summary>Octets of a parameter's name; the longest one in use has 17.</summary>
    internal const int NameMax = 20;

    /// <summary>Columns for a segment beside a name of eight: "filename" is the longest that we choose.</summary>
    private const int SegmentMax = 55;

    /// <param name="quoted">The value is known to be short ASCII, whatever it looks like.</param>
    internal static void Write(HeaderWriter header, string name, string value, bool quoted = false)
    {
        header.Glue(";");
        if (quoted || (Ascii.IsValid(value) && value.Length <= QuotedMax && !value.AsSpan().ContainsAny('"', '\\')
            && !EncodedWords.Needed(value)))
            header.Word($"{name}=\"{value}\"");
        else
            WriteExtended(header, name, value);
    }

    private static void WriteExtended(HeaderWriter header, string name, string value)
    {
        var segments = Segments(value);
        for (var i = 0; i < segments.Count; i++)
        {
            var number = segments.Count == 1 ? "" : $"*{i}";
            header.Word($"{name}{number}*={(i == 0 ? "utf-8''" : "")}{segments[i]}");
            if (i + 1 < segments.Count)
                header.Glue(";");
        }
    }

    private static List<string> Segments(string value)
    {
        var segments = new List<string>();
        var segment = new StringBuilder();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (segment.Length + (length * 3) > SegmentMax)
            {
                segments.Add(segment.ToString());
                segment.Clear();
            }

            foreach (var b in utf8[..length])
                Append(segment, b);
        }

        segments.Add(segment.ToString());
        return segments;
    }

    private static void Append(StringBuilder segment, byte b)
    {
        if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_')
            segment.Append((char)b);
        else
            segment.Append('%').Append("0123456789ABCDEF"[b >> 4]).Append("0123456789ABCDEF"[b & 15]);
    }
}
