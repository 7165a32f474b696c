using System.Text;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Reports.Notices;

/// <summary>The part of a report that is written for people, told from the message that it gives back.</summary>
internal sealed class Notice
{
    private readonly Lazy<NoticeRecipients> recipients;
    private readonly Lazy<string[]> replies;
    private readonly string[] after;

    private Notice(string[] lines, string[] after, HeaderBlock? original)
    {
        Lines = lines;
        this.after = after;
        Original = original;
        var all = string.Join('\n', lines);
        Text = all;
        var meant = string.Join('\n', lines.Where(line => !Begins(line.TrimStart(), "Subject:")));
        Context = meant[..Math.Min(meant.Length, ReportLimits.DiagnosticMax)];
        recipients = new Lazy<NoticeRecipients>(() => NoticeRecipients.In(lines));
        replies = new Lazy<string[]>(() => [.. lines.Where(NoticeSigns.IsReply)]);
    }

    /// <summary>Without their ends; at most <see cref="ReportLimits.NoticeLinesMax"/>.</summary>
    internal string[] Lines { get; }

    /// <summary>Header of the message that is reported on; null where it is not given back.</summary>
    internal HeaderBlock? Original { get; }

    /// <summary>Lines with a reply code of 4xx or 5xx.</summary>
    internal IReadOnlyList<string> Replies => replies.Value;

    internal NoticeRecipients Recipients => recipients.Value;

    /// <summary>All of it.</summary>
    internal string Text { get; }

    /// <summary>As much of it as is read for a meaning: without the subject, which is the sender's.</summary>
    internal string Context { get; }

    /// <summary>Fields of a delivery status that stand in the text; null where there are none.</summary>
    internal string? StatusFields => FieldsIn(Lines);

    /// <summary>The same in what follows the notice: broken MIME and forwarded reports have them there.</summary>
    internal string? LaterStatusFields => FieldsIn(after);

    internal static Notice Of(ParsedMail mail)
    {
        var text = TextOf(mail);
        if (text.Length > ReportLimits.NoticeMax)
            text = text[..ReportLimits.NoticeMax];
        string[] lines = [.. text.ReplaceLineEndings("\n").Split('\n').Take(ReportLimits.NoticeLinesMax)];
        var end = NoticeEnd.In(lines);
        var original = OriginalMessage.In(mail)
            ?? (end.Header < lines.Length ? OriginalMessage.In(string.Join('\n', lines[end.Header..])) : null);
        return new Notice(lines[..end.Notice], lines[end.Notice..], original);
    }

    /// <summary>All parts but those of messages within the mail.</summary>
    internal static IEnumerable<MailPart> OwnParts(ParsedMail mail)
    {
        var waiting = new Stack<MailPart>();
        waiting.Push(mail.Root);
        while (waiting.TryPop(out var part))
        {
            yield return part;
            if (part != mail.Root && part.Type.IsMessage)
                continue;
            foreach (var child in part.Parts.Reverse())
                waiting.Push(child);
        }
    }

    /// <summary>The words about a recipient tell it, else all of the notice where it is the only one.</summary>
    internal ReplyStage StageOf(ReportedRecipient found, bool isOnly)
    {
        var words = Recipients.DiagnosticOf(found.Recipient);
        var stage = words is null ? ReplyStage.Unknown : NoticeStage.In(words.Split('\n'));
        return stage == ReplyStage.Unknown && isOnly ? NoticeStage.In(Lines) : stage;
    }

    /// <summary>
    /// With the words of the notice where the delivery status has none, or a bare number: those about the recipient,
    /// else the replies where it is the only one. Words that are no reply may be a footer; they are not asked where the
    /// status says it all.
    /// </summary>
    internal ReportedRecipient Completed(ReportedRecipient found, bool isOnly)
    {
        if (found.Action is not (ReportAction.Failed or ReportAction.Delayed) || found.Diagnostic.Any(char.IsLetter))
            return found;
        var words = Recipients.DiagnosticOf(found.Recipient);
        if (words is null && isOnly)
            words = ReportText.Cleaned(string.Join('\n', Replies), ReportLimits.DiagnosticMax);
        return words is not { Length: > 0 } || (SaysItAll(found.Status) && !words.Split('\n').Any(NoticeSigns.IsReply))
            ? found
            : found with { Diagnostic = words };
    }

    private static bool SaysItAll(EnhancedStatusCode? status) =>
        status is { Class: 5, Subject: 1, Detail: 1 or 2 or 3 or 6 } or { Class: 5, Subject: 2, Detail: 2 };

    /// <summary>From the first field of a delivery status to the boundary after the last.</summary>
    private static string? FieldsIn(string[] lines)
    {
        var recipient = Array.FindIndex(lines, line => Begins(line, "Final-Recipient:"));
        if (recipient < 0)
            return null;
        var start = Array.FindIndex(lines, line => Begins(line, "Reporting-MTA:"));
        start = start < 0 ? recipient : Math.Min(start, recipient);
        var end = Array.FindIndex(lines, recipient, line => Begins(line, "--"));
        return string.Join('\n', lines[start..(end < 0 ? lines.Length : end)]);
    }

    private static bool Begins(string line, string name) => line.StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static string TextOf(ParsedMail mail)
    {
        var plain = new StringBuilder();
        string? html = null;
        foreach (var part in OwnParts(mail))
        {
            if (part.Parts.Count > 0 || plain.Length > ReportLimits.NoticeMax)
                continue;
            if (part.Type.Value == "text/html")
                html ??= HtmlText.Of(part.Text());
            else if (part.Type.Value == "text/plain" || part.Type.IsMultipart || StatusText.IsProse(part))
                plain.Append(StatusText.Of(part)).Append('\n');
        }

        return plain.Length > 0 || html is null ? plain.ToString() : html;
    }
}
