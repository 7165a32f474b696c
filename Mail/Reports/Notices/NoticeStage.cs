using Actors.Mail.Replies;

namespace Actors.Mail.Reports.Notices;

/// <summary>Which command of the dialogue was refused, where a notice shows the dialogue or says it.</summary>
internal static class NoticeStage
{
    private static readonly (string Command, ReplyStage Stage)[] Commands =
    [
        ("rcpt", ReplyStage.Recipient), ("mail", ReplyStage.Mail), ("data", ReplyStage.Content),
        ("end of data", ReplyStage.Content), ("bdat", ReplyStage.Content), ("ehlo", ReplyStage.Opening),
        ("helo", ReplyStage.Opening), ("starttls", ReplyStage.Opening), ("auth", ReplyStage.Opening),
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
                break;
            else if (After(line, "in reply to ") is var stage and not ReplyStage.Unknown)
                return stage;
        }

        return said;
    }

    private static ReplyStage After(ReadOnlySpan<char> line, string mark)
    {
        var at = line.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? ReplyStage.Unknown : Named(line[(at + mark.Length)..]);
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
