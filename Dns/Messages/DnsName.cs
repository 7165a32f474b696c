using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Actors.Dns.Messages;

/// <summary>
/// A domain name as DNS knows it: labels of 1 to 63 octets, 255 octets in all (RFC 1035 §2.3.4). Names are equal
/// without regard to ASCII case (RFC 4343), so they are kept in lower case. Internationalised names come here as
/// A-labels.
/// </summary>
public sealed class DnsName : IEquatable<DnsName>
{
    /// <summary>Octets of one label at most (RFC 1035 §2.3.4).</summary>
    public const int LabelOctetsMax = 63;

    /// <summary>Octets of a name on the wire at most, length octets and the root included (RFC 1035 §2.3.4).</summary>
    public const int WireOctetsMax = 255;

    private readonly byte[] wire;
    private readonly int hash;

    private DnsName(ReadOnlySpan<byte> wire)
    {
        this.wire = wire.ToArray();
        Lower(this.wire); // length octets are at most 63 and so never taken for a letter
        Text = Print(this.wire, out var plain);
        IsHostName = plain && wire.Length > 1;
        var code = new HashCode();
        code.AddBytes(this.wire);
        hash = code.ToHashCode();
    }

    public static DnsName Root { get; } = new([0]);

    /// <summary>
    /// The name in lower case without the final dot ("." for the root); unusual octets as \DDD (RFC 1035 §5.1).
    /// </summary>
    public string Text { get; }

    /// <summary>
    /// Whether every label has only letters, digits, hyphens and underscores, so that it can name a host.
    /// </summary>
    public bool IsHostName { get; }

    public bool IsRoot => wire.Length == 1;

    /// <summary>The uncompressed wire form in lower case, with the final zero octet.</summary>
    public ReadOnlySpan<byte> Wire => wire;

    /// <summary>
    /// Reads "example.org" or "example.org."; "." is the root. False for everything that cannot be a name.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out DnsName? name)
    {
        name = null;
        if (text is ".")
        {
            name = Root;
            return true;
        }
        if (text.EndsWith('.'))
            text = text[..^1];
        if (text.IsEmpty || text.Length > WireOctetsMax - 2)
            return false;

        Span<byte> octets = stackalloc byte[WireOctetsMax];
        var length = 0;
        foreach (var range in text.Split('.'))
        {
            var label = text[range];
            if (label.IsEmpty || label.Length > LabelOctetsMax)
                return false;
            octets[length++] = (byte)label.Length;
            foreach (var c in label)
            {
                if (c is <= ' ' or > '~' or '\\')
                    return false;
                octets[length++] = (byte)c;
            }
        }
        octets[length++] = 0;
        name = new(octets[..length]);
        return true;
    }

    /// <exception cref="FormatException">The text is not a name.</exception>
    public static DnsName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"\"{text}\" is not a domain name.");

    /// <summary>The name under which the PTR record of an address stands (RFC 1035 §3.5, RFC 3596 §2.5).</summary>
    public static DnsName Reverse(System.Net.IPAddress address)
    {
        var octets = address.GetAddressBytes();
        Array.Reverse(octets);
        return octets.Length == 4
            ? Parse(string.Join('.', octets) + ".in-addr.arpa")
            : Parse(string.Join('.', octets.Select(o => $"{o & 15:x}.{o >> 4:x}")) + ".ip6.arpa");
    }

    /// <summary>Whether this name is the other one or stands below it.</summary>
    public bool IsAtOrUnder(DnsName ancestor)
    {
        for (var at = 0; ; at += wire[at] + 1)
        {
            if (wire.AsSpan(at).SequenceEqual(ancestor.wire))
                return true;
            if (wire[at] == 0)
                return false;
        }
    }

    public bool Equals(DnsName? other) => other is not null && wire.AsSpan().SequenceEqual(other.wire);

    public override bool Equals(object? obj) => Equals(obj as DnsName);

    public override int GetHashCode() => hash;

    public override string ToString() => Text;

    /// <summary>For the parser, which has checked the lengths.</summary>
    internal static DnsName FromWire(ReadOnlySpan<byte> uncompressed) =>
        uncompressed.Length == 1 ? Root : new(uncompressed);

    private static void Lower(Span<byte> octets)
    {
        foreach (ref var octet in octets)
        {
            if (octet is >= (byte)'A' and <= (byte)'Z')
                octet |= 0x20;
        }
    }

    private static string Print(ReadOnlySpan<byte> wire, out bool plain)
    {
        plain = true;
        if (wire.Length == 1)
            return ".";
        var text = new StringBuilder(wire.Length);
        for (var at = 0; wire[at] != 0; at += wire[at] + 1)
        {
            if (at > 0)
                text.Append('.');
            foreach (var octet in wire.Slice(at + 1, wire[at]))
                plain &= Append(text, octet);
        }
        return text.ToString();
    }

    private static bool Append(StringBuilder text, byte octet)
    {
        if (octet is <= (byte)' ' or > (byte)'~')
            text.Append('\\').Append(octet.ToString("D3", null));
        else if (octet is (byte)'.' or (byte)'\\')
            text.Append('\\').Append((char)octet);
        else
            text.Append((char)octet);
        return char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'_';
    }
}
