using Actors.Mail.Replies;

namespace Actors.Mail.Reports.Notices;

/// <summary>Which command of the dialogue was refused, where a notice shows the dialogue or says it.</summary>
internal static class NoticeStage
{
    /// <summary>Lines of replies that are looked at.</summary>
    private const int TranscriptMax = 40;

    private static readonly (string Command, ReplyStage Stage)[] Commands =
    [
        ("rcpt", ReplyStage.Recipient), ("mail", ReplyStage.Mail), ("data", ReplyStage.Content),
        ("end of data", ReplyStage.Content), ("bdat", ReplyStage.Content), ("ehlo", ReplyStage.Opening),
        ("helo", ReplyStage.Opening), ("starttls", ReplyStage.Opening), ("auth", ReplyStage.Opening),
    ];

    /// <summary>A command stands behind these.</summary>
    private static readonly string[] Marks = ["in reply to ", "in response to "];

    /// <summary>With more than the command, because "after mail arrived" names none.</summary>
    private static readonly (string Words, ReplyStage Stage)[] Said =
    [
        ("after rcpt to", ReplyStage.Recipient), ("after rcpt command", ReplyStage.Recipient),
        ("after mail from", ReplyStage.Mail), ("after mail command", ReplyStage.Mail),
        ("after data command", ReplyStage.Content), ("after end of data", ReplyStage.Content),
        ("after end of message", ReplyStage.Content), ("after sending message", ReplyStage.Content),
    ];

    internal static ReplyStage In(string[] lines)
    {
        var said = ReplyStage.Unknown;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.StartsWith(">>>"))
                said = Named(line[3..].Trim());
            else if (line.Contains("smtp command", StringComparison.OrdinalIgnoreCase) && i + 1 < lines.Length)
                said = Named(lines[i + 1].AsSpan().Trim());
            else if (line.StartsWith("<<<") && NoticeSigns.IsReply(lines[i]))
                return NobodyWasLeft(lines.AsSpan(i)) ? ReplyStage.Recipient : said;
            else if (SaidIn(line) is var stage and not ReplyStage.Unknown)
                return stage;
        }

        return said;
    }

    /// <summary>
    /// What a transcript shows below DATA may answer a RCPT that was sent before it: then DATA gets a 503 of its own.
    /// </summary>
    private static bool NobodyWasLeft(ReadOnlySpan<string> lines)
    {
        foreach (var line in lines[..Math.Min(lines.Length, TranscriptMax)])
        {
            var reply = line.AsSpan().Trim();
            if (reply.StartsWith("<<< 503") && (reply.Contains("rcpt", StringComparison.OrdinalIgnoreCase)
                || reply.Contains("recipient", StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    private static ReplyStage SaidIn(ReadOnlySpan<char> line)
    {
        foreach (var mark in Marks)
        {
            var at = line.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && Named(line[(at + mark.Length)..]) is var named and not ReplyStage.Unknown)
                return named;
        }

        foreach (var (words, stage) in Said)
        {
            if (line.Contains(words, StringComparison.OrdinalIgnoreCase))
                return stage;
        }

        return ReplyStage.Unknown;
    }

    private static ReplyStage Named(ReadOnlySpan<char> text)
    {
        foreach (var (command, stage) in Commands)
        {
            if (text.StartsWith(command, StringComparison.OrdinalIgnoreCase))
                return stage;
        }

        return ReplyStage.Unknown;
    }
}
