namespace Actors.Mail.Parsing;

/// <summary>Builds the tree of parts in one pass from delimiter to delimiter.</summary>
internal sealed class TreeReader(ReadOnlyMemory<byte> source, ParsingBudget budget)
{
    private readonly List<MailPart> open = []; // from the outermost to the one whose body is being read
    private readonly BoundaryStack boundaries = new(); // one entry for each of open
    private int at;
    private int outerDepth;

    /// <param name="depth">Of this message, 1 for the outermost.</param>
    internal MailPart Read(int depth)
    {
        outerDepth = depth;
        budget.TryTakePart();
        var root = Open(parent: null);
        while (boundaries.HasAny && TryFindDelimiter(out var level, out var closing, out var start))
        {
            Close(level + 1, EndBefore(start));
            if (closing)
                boundaries.Retire(level);
            else if (budget.TryTakePart())
                Open(open[level]);
        }

        Close(0, source.Length);
        return root;
    }

    private MailPart Open(MailPart? parent)
    {
        var reader = new HeaderBlockReader(source, at, budget);
        var headers = reader.Read(boundaries);
        at = reader.At;
        var part = new MailPart(source, headers, at, parent is { Type.Value: "multipart/digest" });
        parent?.Add(part);
        open.Add(part);
        boundaries.Push(BoundaryOf(part));
        if (part.Type.IsMessage && part.Encoding == ContentEncoding.Identity && HasRoom() && budget.TryTakePart())
            Open(part); // not deeper than DepthMax
        return part;
    }

    private string? BoundaryOf(MailPart part)
    {
        if (!part.Type.IsMultipart || !HasRoom())
            return null;
        var boundary = part.Type.Parameters["boundary"]?.TrimEnd();
        if (boundary is { Length: > 0 and <= ParsingLimits.BoundaryOctetsMax })
            return boundary;
        budget.Note(MailDefects.MissingBoundary);
        return null;
    }

    private bool HasRoom()
    {
        if (outerDepth + open.Count <= ParsingLimits.DepthMax)
            return true;
        budget.Note(MailDefects.TooDeep);
        return false;
    }

    private bool TryFindDelimiter(out int level, out bool closing, out int start)
    {
        var bytes = source.Span;
        for (start = at; start < bytes.Length; start = NextDashes(bytes, start))
        {
            (level, closing, var next) = boundaries.Match(bytes, start);
            if (level < 0)
                continue;
            at = next;
            return true;
        }

        (level, closing) = (-1, false);
        return false;
    }

    /// <summary>The next line that begins with "--".</summary>
    private static int NextDashes(ReadOnlySpan<byte> bytes, int from)
    {
        var found = bytes[from..].IndexOf("\n--"u8);
        return found < 0 ? bytes.Length : from + found + 1;
    }

    /// <summary>The line end before a delimiter is part of it (RFC 2046 §5.1.1).</summary>
    private int EndBefore(int start)
    {
        var bytes = source.Span;
        if (start == 0)
            return 0;
        return start > 1 && bytes[start - 2] == (byte)'\r' ? start - 2 : start - 1;
    }

    private void Close(int count, int end)
    {
        for (var i = open.Count - 1; i >= count; i--)
        {
            open[i].EndAt(end);
            if (boundaries.IsLive(i))
                budget.Note(MailDefects.MissingTerminator);
            ReadEncodedMessage(open[i], outerDepth + i);
        }

        open.RemoveRange(count, open.Count - count);
        boundaries.Cut(count);
    }

    /// <summary>RFC 2046 §5.2.1 forbids to encode a message; RFC 6532 §3.5 allows it, and senders do it.</summary>
    private void ReadEncodedMessage(MailPart part, int depth)
    {
        if (!part.Type.IsMessage || part.Encoding == ContentEncoding.Identity)
            return;
        if (depth >= ParsingLimits.DepthMax)
            budget.Note(MailDefects.TooDeep);
        else if (budget.Parts > 0 && budget.TryTakeDecoded(part.Body.Length))
            part.Add(new TreeReader(part.Content(), budget).Read(depth + 1));
    }
}
