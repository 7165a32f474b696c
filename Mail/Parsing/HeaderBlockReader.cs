using System.Buffers;
using Actors.Mail.Messages;

namespace Actors.Mail.Parsing;

/// <summary>Finds fields line by line, each octet once.</summary>
internal ref struct HeaderBlockReader(ReadOnlyMemory<byte> source, int start, ParsingBudget budget)
{
    private const int UsualFields = 16;

    private static readonly SearchValues<byte> FieldText =
        SearchValues.Create([.. Enumerable.Range(33, 94).Select(c => (byte)c).Where(c => c != (byte)':')]);

    private readonly ReadOnlySpan<byte> bytes = source.Span;
    private readonly int start = start;
    private HeaderField[] fields = new HeaderField[UsualFields];
    private int count;
    private bool inField; // a continuation line belongs to the last of fields

    /// <summary>Where the next line starts; after <see cref="Read"/> the body.</summary>
    internal int At { get; private set; } = start;

    /// <summary>
    /// Reads to the blank line, to a delimiter of <paramref name="boundaries"/>, or to a line that is no field.
    /// </summary>
    internal HeaderBlock Read(BoundaryStack boundaries)
    {
        SkipMailboxLine();
        var first = At;
        while (At < bytes.Length)
        {
            var (end, next) = LineAt(At);
            if (end == At)
            {
                At = next;
                break;
            }

            if (bytes[At] == (byte)'-' && boundaries.Match(bytes, At).Level >= 0)
                break;
            if (!TryAdd(At, end, first))
            {
                budget.Note(MailDefects.MissingBlankLine);
                break;
            }

            At = next;
        }

        budget.TakeFields(count);
        return new HeaderBlock(source, start, fields[..count]);
    }

    /// <summary>The line that mailbox files put before a message.</summary>
    private void SkipMailboxLine()
    {
        var line = bytes[At..];
        if (line.StartsWith("From "u8) || line.StartsWith(">From "u8))
            At = LineAt(At).Next;
    }

    private readonly (int End, int Next) LineAt(int from)
    {
        var feed = bytes[from..].IndexOf((byte)'\n');
        if (feed < 0)
            return (bytes.Length, bytes.Length);
        var end = from + feed;
        return (end > from && bytes[end - 1] == (byte)'\r' ? end - 1 : end, end + 1);
    }

    private bool TryAdd(int from, int end, int first)
    {
        if (bytes[from] is (byte)' ' or (byte)'\t')
        {
            Continue(end);
            return true;
        }

        var colon = bytes[from..end].IndexOf((byte)':');
        if (colon < 1)
            return false;
        var name = bytes.Slice(from, colon).TrimEnd(" \t"u8);
        if (name.IsEmpty || name.ContainsAnyExcept(FieldText))
            return false;
        inField = count < Math.Min(ParsingLimits.FieldsMax, budget.Fields)
            && end - first <= ParsingLimits.HeaderOctetsMax;
        if (!inField)
        {
            budget.Note(MailDefects.HeaderTooLong);
            return true;
        }

        if (count == fields.Length)
            Array.Resize(ref fields, count * 2);
        fields[count++] = new HeaderField(from, name.Length, Math.Max(from + colon + 1, Cut(from, end)))
        {
            Gap = colon - name.Length,
            Known = KnownHeaders.Of(name),
        };
        return true;
    }

    private readonly void Continue(int end)
    {
        if (!inField)
            return;
        ref var last = ref fields[count - 1];
        last = last with { End = Math.Max(last.End, Cut(last.Start, end)) };
    }

    private readonly int Cut(int from, int end)
    {
        if (end - from <= ParsingLimits.FieldOctetsMax)
            return end;
        budget.Note(MailDefects.HeaderTooLong);
        return from + ParsingLimits.FieldOctetsMax;
    }
}
