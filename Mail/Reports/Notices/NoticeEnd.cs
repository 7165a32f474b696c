namespace Actors.Mail.Reports.Notices;

/// <summary>Where a notice ends and the message that it gives back begins.</summary>
/// <param name="Notice">Lines of the notice.</param>
/// <param name="Header">The first line of the header given back; the number of lines where there is none.</param>
internal readonly record struct NoticeEnd(int Notice, int Header)
{
    /// <summary>How far below the line that announces it a header may begin.</summary>
    private const int Reach = 4;

    private static readonly string[] Announcements =
    [
        "original message", "copy of the message", "copy of your message", "returned message", "unsent message",
        "headers follow", "header of the original", "message header", "message text follows", "original mail",
        "below this line", "message follows",
    ];

    /// <summary>Fields that only a header has, at the start of a line.</summary>
    private static readonly string[] HeaderOnly =
    [
        "Received:", "Return-Path:", "DKIM-Signature:", "DomainKey-Signature:", "Delivered-To:", "X-Received:",
        "ARC-Seal:", "Message-ID:", "MIME-Version:", "X-Google-Smtp-Source:", "X-Original-To:", "Content-Type:",
    ];

    private static readonly string[] AlsoInNotices = ["From:", "To:", "Subject:", "Date:", "Sender:", "Reply-To:"];

    internal static NoticeEnd In(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsAnnounced(lines[i]) && HeaderBelow(lines, i) is var header and >= 0)
                return new NoticeEnd(i, header);
            if (i > 0 && Begins(lines[i], HeaderOnly) && !IsOfTextPart(lines, i))
                return new NoticeEnd(i, i);
        }

        return new NoticeEnd(lines.Length, lines.Length);
    }

    /// <summary>A part of a notice whose own header does not say that it has parts.</summary>
    private static bool IsOfTextPart(string[] lines, int at) =>
        lines[at - 1].StartsWith("--", StringComparison.Ordinal)
        && lines[at].Contains("text/plain", StringComparison.OrdinalIgnoreCase);

    private static bool IsAnnounced(string line) =>
        line.Length <= 120 && Array.Exists(Announcements, a => line.Contains(a, StringComparison.OrdinalIgnoreCase));

    private static int HeaderBelow(string[] lines, int from)
    {
        for (var i = from + 1; i < lines.Length && i <= from + Reach; i++)
        {
            if (Begins(lines[i], HeaderOnly) || Begins(lines[i], AlsoInNotices))
                return i;
        }

        return -1;
    }

    private static bool Begins(string line, string[] names) =>
        Array.Exists(names, name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
