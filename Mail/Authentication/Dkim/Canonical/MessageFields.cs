using System.Text;

namespace Actors.Mail.Authentication.Dkim.Canonical;

/// <summary>The fields of a message's header, as DKIM counts them. Kept for the next message.</summary>
/// <remarks>
/// Laxer than <see cref="Messages.HeaderSection"/>: what is signed is compared octet by octet, and a stranger's message
/// may hold what ours must not. Line ends are CRLF; a bare CR or LF is an octet like others.
/// </remarks>
internal sealed class MessageFields
{
    private readonly List<FieldPosition> fields = [];

    internal int Count => fields.Count;

    /// <summary>The first octet after the blank line; the end of the message where there is none.</summary>
    internal int BodyStart { get; private set; }

    /// <param name="index">From the top, 0 first.</param>
    internal FieldPosition this[int index] => fields[index];

    /// <returns>False when it is no header, or over <see cref="DkimLimits"/>.</returns>
    internal bool Read(ReadOnlySpan<byte> message)
    {
        fields.Clear();
        var section = message[..Math.Min(message.Length, DkimLimits.HeaderOctetsMax)];
        var at = 0;
        while (at < section.Length)
        {
            var length = section[at..].IndexOf("\r\n"u8);
            if (length < 0 && section.Length < message.Length)
                return false;
            var end = length < 0 ? section.Length : at + length;
            var next = length < 0 ? end : end + 2;
            if (end == at)
            {
                BodyStart = next;
                return true;
            }

            if (!Add(section, at, end))
                return false;
            at = next;
        }

        BodyStart = at;
        return at == message.Length;
    }

    /// <summary>Whether the field has this name, in whatever case.</summary>
    internal bool Is(ReadOnlySpan<byte> message, int index, ReadOnlySpan<byte> name)
    {
        var field = fields[index];
        return field.NameEnd - field.Start == name.Length
            && Ascii.EqualsIgnoreCase(message[field.Start..field.NameEnd], name);
    }

    /// <summary>The last field of a name above another one: the order in which DKIM takes them (RFC 6376
    /// §5.4.2).</summary>
    /// <param name="below">Where to begin, not included; <see cref="Count"/> for the lowest.</param>
    /// <returns>-1 when there is none.</returns>
    internal int Above(ReadOnlySpan<byte> message, int below, ReadOnlySpan<byte> name)
    {
        for (var index = below - 1; index >= 0; index--)
            if (Is(message, index, name))
                return index;
        return -1;
    }

    private bool Add(ReadOnlySpan<byte> section, int start, int end)
    {
        if (section[start] is (byte)' ' or (byte)'\t')
        {
            if (fields.Count == 0)
                return false;
            fields[^1] = fields[^1] with { End = end };
            return true;
        }

        var colon = section[start..end].IndexOf((byte)':');
        var nameLength = colon < 1 ? 0 : section.Slice(start, colon).TrimEnd(" \t"u8).Length;
        if (nameLength == 0 || fields.Count == DkimLimits.FieldsMax)
            return false;
        fields.Add(new FieldPosition(start, start + nameLength, start + colon + 1, end));
        return true;
    }
}
