using System.Buffers;
using System.Globalization;
using System.Text;

namespace Actors.Mail.Parsing;

/// <summary>
/// Joins <c>name*0*=</c>, <c>name*1=</c>… and decodes <c>name*=charset'language'…</c> (RFC 2231 §3, §4).
/// </summary>
internal sealed class ParameterSegments
{
    private readonly Dictionary<string, string> plain = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, SortedList<int, (string Value, bool Encoded)>> segments =
        new(StringComparer.OrdinalIgnoreCase);

    internal void Add(string name, string value)
    {
        var star = name.IndexOf('*', StringComparison.Ordinal);
        if (star < 1)
        {
            plain.TryAdd(name, value);
            return;
        }

        var number = name.AsSpan(star + 1);
        var encoded = number.IsEmpty || number[^1] == '*';
        number = number.TrimEnd('*');
        var index = 0;
        if (!number.IsEmpty && !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out index))
            return;
        if (!segments.TryGetValue(name[..star], out var list))
            segments[name[..star]] = list = [];
        list.TryAdd(index, (value, encoded));
    }

    /// <summary>What is encoded counts before what is plain: it is the better copy.</summary>
    internal Dictionary<string, string> Values()
    {
        foreach (var (name, list) in segments)
        {
            if (list.ContainsKey(0))
                plain[name] = Joined(list);
        }

        return plain;
    }

    /// <summary>
    /// To the first gap. Octets of adjacent segments are decoded together: senders cut characters in two.
    /// </summary>
    private static string Joined(SortedList<int, (string Value, bool Encoded)> list)
    {
        var text = new StringBuilder();
        var octets = new ArrayBufferWriter<byte>();
        string? charset = null;
        for (var i = 0; i < list.Count && list.Keys[i] == i; i++)
        {
            var (value, encoded) = list.Values[i];
            if (i == 0 && encoded)
                (charset, value) = SplitCharset(value);
            if (!encoded)
                Flush(octets, charset, text);
            if (encoded)
                Unescape(value, octets);
            else
                text.Append(value);
        }

        Flush(octets, charset, text);
        return text.ToString();
    }

    private static (string? Charset, string Value) SplitCharset(string value)
    {
        var first = value.IndexOf('\'', StringComparison.Ordinal);
        var second = first < 0 ? -1 : value.IndexOf('\'', first + 1);
        return second < 0 ? (null, value) : (value[..first], value[(second + 1)..]);
    }

    private static void Unescape(string value, ArrayBufferWriter<byte> octets)
    {
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            if (rest is ['%', _, _, ..]
                && byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, null, out var octet))
            {
                octets.Write([octet]);
                rest = rest[3..];
                continue;
            }

            var next = rest[1..].IndexOf('%');
            var plain = next < 0 ? rest : rest[..(next + 1)];
            Encoding.UTF8.GetBytes(plain, octets);
            rest = rest[plain.Length..];
        }
    }

    private static void Flush(ArrayBufferWriter<byte> octets, string? charset, StringBuilder text)
    {
        text.Append(CharsetText.Decode(octets.WrittenSpan, charset));
        octets.ResetWrittenCount();
    }
}
