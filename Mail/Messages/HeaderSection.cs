using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Mail.Wire;

namespace Actors.Mail.Messages;

/// <summary>
/// The header section of a message (RFC 5322 §2.2), without copying: it holds positions in the given bytes.
/// </summary>
/// <remarks>
/// Strict where readers disagree: no space before the colon, no line that is not a field, CRLF only. A Bcc may have
/// that space, because it is going to be taken out. Linear in the octets read, which are those of the header section
/// alone.
/// </remarks>
public sealed class HeaderSection
{
    private const int UsualFields = 24;

    private static readonly SearchValues<byte> FieldText =
        SearchValues.Create([.. Enumerable.Range(33, 94).Select(c => (byte)c).Where(c => c != (byte)':')]);

    private readonly ReadOnlyMemory<byte> message;
    private HeaderField[] fields = new HeaderField[UsualFields];

    private HeaderSection(ReadOnlyMemory<byte> message) => this.message = message;

    public ReadOnlySpan<HeaderField> Fields => fields.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Where the blank line stands; the end of the message where there is none.</summary>
    public int Length { get; private set; }

    /// <summary>The first octet after the blank line; the end of the message where there is none.</summary>
    public int BodyStart { get; private set; }

    /// <summary>Octets of the longest line, CRLF left out.</summary>
    public int LongestLine { get; private set; }

    /// <param name="message">Must stay unchanged as long as the result is used.</param>
    public static bool TryParse(
        ReadOnlyMemory<byte> message, [NotNullWhen(true)] out HeaderSection? section, out HeaderProblem problem)
    {
        section = new HeaderSection(message);
        problem = section.Read(message.Span);
        if (problem != HeaderProblem.None)
            section = null;
        return section is not null;
    }

    public ReadOnlySpan<byte> Name(HeaderField field) => message.Span.Slice(field.Start, field.NameLength);

    /// <summary>Folded, with its white space, without the last CRLF.</summary>
    public ReadOnlySpan<byte> Value(HeaderField field) => message.Span[field.ValueStart..field.End];

    /// <summary>Unfolded and trimmed; octets that are not UTF-8 become U+FFFD.</summary>
    public string Text(HeaderField field)
    {
        var value = Value(field).Trim(" \t\r\n"u8);
        var text = Encoding.UTF8.GetString(value);
        return value.Contains((byte)'\r') ? text.Replace("\r\n", "", StringComparison.Ordinal) : text;
    }

    /// <summary>The first field of that name, whatever the case; false where there is none.</summary>
    public bool TryFind(ReadOnlySpan<byte> name, out HeaderField field)
    {
        foreach (var candidate in Fields)
        {
            if (candidate.NameLength == name.Length && Ascii.EqualsIgnoreCase(Name(candidate), name))
            {
                field = candidate;
                return true;
            }
        }

        field = default;
        return false;
    }

    private HeaderProblem Read(ReadOnlySpan<byte> bytes)
    {
        // One octet more than allowed is enough to see that there is too much.
        var lines = new LineScanner(bytes[..Math.Min(bytes.Length, MessageLimits.HeaderSectionOctetsMax + 4)]);
        while (lines.TryNext(out var start, out var end))
        {
            if (start == end)
            {
                (Length, BodyStart) = (start, lines.Position);
                return start > MessageLimits.HeaderSectionOctetsMax ? HeaderProblem.SectionTooLong : Checked();
            }

            if (Add(bytes, start, end) is var problem and not HeaderProblem.None)
                return problem;
        }

        if (lines.Position > MessageLimits.HeaderSectionOctetsMax)
            return HeaderProblem.SectionTooLong;
        Length = BodyStart = lines.Position;
        return lines.Violation == DataViolation.None ? Checked() : HeaderProblem.InvalidOctet;
    }

    private HeaderProblem Add(ReadOnlySpan<byte> bytes, int start, int end)
    {
        LongestLine = Math.Max(LongestLine, end - start);
        if (bytes[start] is (byte)' ' or (byte)'\t')
            return Continue(end);
        var colon = bytes[start..end].IndexOf((byte)':');
        if (colon < 1)
            return HeaderProblem.NotAField;
        var name = bytes.Slice(start, colon).TrimEnd(" \t"u8);
        var known = KnownHeaders.Of(name);
        if (name.ContainsAnyExcept(FieldText) || (name.Length < colon && !KnownHeaders.IsBlind(known)))
            return HeaderProblem.NotAField;
        if (Count == MessageLimits.HeaderFieldsMax)
            return HeaderProblem.TooManyFields;
        if (Count == fields.Length)
            Array.Resize(ref fields, Count * 2);
        fields[Count++] = new HeaderField(start, name.Length, end) { Known = known, Gap = colon - name.Length };
        return HeaderProblem.None;
    }

    private HeaderProblem Continue(int end)
    {
        if (Count == 0)
            return HeaderProblem.NotAField;
        ref var last = ref fields[Count - 1];
        last = last with { End = end };
        return end - last.Start > MessageLimits.HeaderFieldOctetsMax ? HeaderProblem.FieldTooLong : HeaderProblem.None;
    }

    private HeaderProblem Checked() =>
        LongestLine > MessageLimits.LineOctetsMax ? HeaderProblem.LineTooLong : HeaderProblem.None;
}
