using System.Collections.Immutable;
using Actors.Mail.Messages;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Reports.Notices;

/// <summary>
/// Reads bounces that are prose: qmail's, Exim's, sendmail's, Exchange's and those of everyone who writes alike. It
/// knows shapes, not products: who is named where, and what stands beside it.
/// </summary>
internal static class NoticeReader
{
    /// <summary>What prose says by being sent at all.</summary>
    private static readonly EnhancedStatusCode Refused = new(5, 0, 0);

    private static readonly EnhancedStatusCode Waiting = new(4, 0, 0);

    /// <returns>Null where nobody is named.</returns>
    internal static MailReport? Read(ParsedMail mail, Notice notice, string[] named)
    {
        var action = NoticeSigns.IsDelay(mail, notice) ? ReportAction.Delayed : ReportAction.Failed;
        var words = named.Select(address => Words(notice, address)).ToArray();
        var shared = SharedWords(notice, words);
        var recipients = ImmutableArray.CreateBuilder<ReportedRecipient>(named.Length);
        for (var i = 0; i < named.Length; i++)
        {
            var found = new ReportedRecipient
            {
                Recipient = named[i],
                Action = action,
                Status = action == ReportAction.Failed ? Refused : Waiting,
                Diagnostic = Chosen(words, i, shared, named.Length),
            };
            var isOnly = named.Length == 1;
            recipients.Add(Outcome.Of(found, isOnly ? notice.Context : null, notice.StageOf(found, isOnly)));
        }

        return recipients.Count == 0
            ? null
            : new MailReport(ReportKind.DeliveryStatus, recipients.DrainToImmutable());
    }

    /// <summary>
    /// Whom a header names, else who begins a line, else who stands in a reply, else who is named at all.
    /// </summary>
    internal static string[] Named(ParsedMail mail, Notice notice)
    {
        var header = mail.Headers.FindAll("X-Failed-Recipients"u8)
            .SelectMany(value => value.Split(',')).Select(TypedValue.AddressOf).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(ReportLimits.RecipientsMax).ToArray();
        if (header.Length > 0)
            return header;
        var sender = TypedValue.AddressOf(mail.Headers.Find("To"u8));
        var places = notice.Recipients.Places
            .Where(place => !NoticeSigns.IsContact(notice.Lines[place.Line])).ToArray();
        foreach (var choice in (ReadOnlySpan<Func<NoticeRecipients.Place, bool>>)[
            place => place.Listed && place.Colon,
            place => place.Listed,
            place => NoticeSigns.IsReply(notice.Lines[place.Line]),
            place => NoticeSigns.IsAboutDelivery(notice.Lines[place.Line]),
            _ => true])
        {
            var chosen = places.Where(choice).Select(place => place.Address)
                .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            if (chosen.Length > 1)
                chosen = [.. chosen.Where(address => !address.Equals(sender, StringComparison.OrdinalIgnoreCase))];
            if (chosen.Length > 0)
                return chosen;
        }

        return [];
    }

    /// <summary>Where the notice names nobody: whom the message was for, by its own header.</summary>
    internal static string[] Addressed(Notice notice) =>
        [.. AddressList.Parse(notice.Original?.Find("To"u8)).Mailboxes.Take(1)
            .Select(mailbox => mailbox.Address.ToString())];

    private static string Words(Notice notice, string address)
    {
        if (notice.Recipients.DiagnosticOf(address) is { } listed)
            return listed;
        var lines = notice.Replies.Where(line => line.Contains(address, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (lines.Length == 0 && !notice.Recipients.IsListed(address))
            lines = [.. notice.Lines.Where(line => line.Contains(address, StringComparison.OrdinalIgnoreCase)).Take(1)];
        return ReportText.Cleaned(string.Join('\n', lines), ReportLimits.DiagnosticMax);
    }

    /// <summary>Where nothing beside a name is a reply: the replies in the notice, else all of it.</summary>
    private static string SharedWords(Notice notice, string[] words)
    {
        if (words.Any(IsReply))
            return "";
        var replies = string.Join('\n', notice.Replies);
        return ReportText.Cleaned(replies, ReportLimits.DiagnosticMax);
    }

    private static string Chosen(string[] words, int i, string shared, int count)
    {
        if (shared.Length > 0 && !IsReply(words[i]))
            return shared;
        for (var next = i; next < count; next++)
        {
            if (words[next].Length > 0)
                return words[next];
        }

        return "";
    }

    private static bool IsReply(string words) =>
        CodeScanner.Scan(words, isProse: true) is { Code: not null } or { Status: not null };
}
