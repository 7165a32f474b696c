using System.Text;
using Actors.Mail.Messages;
using Actors.Mail.Messages.Parsing;

namespace Actors.Mail.Parsing;

/// <summary>
/// Fields of a message from anywhere, or of a report, as positions in the given octets. The strict reader of what
/// is submitted to us is <see cref="HeaderSection"/>.
/// </summary>
public sealed class HeaderBlock
{
    private readonly ReadOnlyMemory<byte> source;
    private readonly HeaderField[] fields;

    internal HeaderBlock(ReadOnlyMemory<byte> source, int start, HeaderField[] fields)
    {
        this.source = source;
        this.fields = fields;
        Start = start;
    }

    /// <summary>In the order of the source.</summary>
    public ReadOnlySpan<HeaderField> Fields => fields;

    /// <summary>The first octet of the section.</summary>
    internal int Start { get; }

    public ReadOnlySpan<byte> Name(HeaderField field) => source.Span.Slice(field.Start, field.NameLength);

    /// <summary>Folded, with its white space, without the last line end.</summary>
    public ReadOnlySpan<byte> Value(HeaderField field) => source.Span[field.ValueStart..field.End];

    /// <summary>Unfolded and trimmed, encoded words as they are. Octets that are not UTF-8 are windows-1252.</summary>
    public string Text(HeaderField field)
    {
        var value = Value(field).Trim(" \t\r\n"u8);
        var text = CharsetText.Decode(value, null);
        return text.AsSpan().ContainsAny('\r', '\n')
            ? text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            : text;
    }

    /// <summary>As <see cref="Text"/>, with encoded words decoded (RFC 2047) and without control characters.</summary>
    public string Decoded(HeaderField field) => EncodedWordDecoder.Decode(Text(field));

    /// <summary>The text of the first field of that name, whatever the case; null where there is none.</summary>
    public string? Find(ReadOnlySpan<byte> name)
    {
        foreach (var field in fields)
        {
            if (Is(field, name))
                return Text(field);
        }

        return null;
    }

    /// <summary>As <see cref="Find"/>, decoded.</summary>
    public string? FindDecoded(ReadOnlySpan<byte> name) =>
        Find(name) is { } text ? EncodedWordDecoder.Decode(text) : null;

    /// <summary>The texts of all fields of that name.</summary>
    public IReadOnlyList<string> FindAll(ReadOnlySpan<byte> name)
    {
        var found = new List<string>();
        foreach (var field in fields)
        {
            if (Is(field, name))
                found.Add(Text(field));
        }

        return found;
    }

    private bool Is(HeaderField field, ReadOnlySpan<byte> name) =>
        field.NameLength == name.Length && Ascii.EqualsIgnoreCase(Name(field), name);
}
