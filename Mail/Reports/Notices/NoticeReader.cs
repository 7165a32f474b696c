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
    /// <summary>Lines.</summary>
    private const int SentenceMax = 8;

    /// <summary>Recipients for each of whom a whole notice is read.</summary>
    private const int FewMax = 20;

    /// <summary>What prose says by being sent at all.</summary>
    private static readonly EnhancedStatusCode Refused = new(5, 0, 0);

    private static readonly EnhancedStatusCode Waiting = new(4, 0, 0);

    /// <returns>Null where nobody is named.</returns>
    internal static MailReport? Read(ParsedMail mail, Notice notice, string[] named)
    {
        var action = NoticeSigns.IsDelay(mail, notice) ? ReportAction.Delayed : ReportAction.Failed;
        var words = named.Select(address => Words(notice, address, named)).ToArray();
        var shared = SharedWords(notice, words);
        var recipients = Recipients(isOnly: named.Length == 1);
        var isFew = recipients.Length is > 1 and <= FewMax;
        if (isFew && recipients.All(one => BounceClassifier.IsUnexplained(one.Bounce!)))
            recipients = Recipients(isOnly: true);
        return recipients.IsEmpty ? null : new MailReport(ReportKind.DeliveryStatus, recipients);

        // What the whole notice says is of the only one, or of several of whom nothing is said by itself.
        ImmutableArray<ReportedRecipient> Recipients(bool isOnly) => [.. named.Select((address, i) =>
        {
            var found = new ReportedRecipient
            {
                Recipient = address,
                Action = action,
                Diagnostic = Chosen(words, i, shared, named.Length),
            };
            return Outcome.Of(
                found,
                isOnly ? notice.Context : null,
                notice.StageOf(found, isOnly),
                action == ReportAction.Failed ? Refused : Waiting);
        })];
    }

    /// <summary>
    /// Whom a header names, else who begins a line, else who stands in a reply, else who is named at all but the
    /// sender, who may only be spoken to.
    /// </summary>
    internal static string[] Named(ParsedMail mail, Notice notice)
    {
        var header = mail.Headers.FindAll("X-Failed-Recipients"u8)
            .SelectMany(value => value.Split(',')).Select(TypedValue.AddressOf).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(ReportLimits.RecipientsMax).ToArray();
        if (header.Length > 0)
            return header;
        var sender = TypedValue.AddressOf(mail.Headers.Find("To"u8));
        var contacts = notice.Recipients.Places
            .Where(place => NoticeSigns.IsContact(notice.Lines[place.Line], place))
            .Select(place => place.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var places = notice.Recipients.Places
            .Where(place => (place.Listed && place.Colon) || !contacts.Contains(place.Address))
            .Where(place => !NoticeSigns.IsIdentifier(notice.Lines[place.Line])).ToArray();
        return places is [] ? [] : First(places, notice, sender);
    }

    private static string[] First(NoticeRecipients.Place[] places, Notice notice, string? sender)
    {
        ReadOnlySpan<(Func<NoticeRecipients.Place, bool> Fits, bool IsOfSenderToo)> choices =
        [
            (place => place.Listed && place.Colon, true),
            (place => place.Listed, true),
            (place => NoticeSigns.IsReply(notice.Lines[place.Line]), true),
            (place => NoticeSigns.IsAboutDelivery(notice.Lines[place.Line]), false),
            (place => !NoticeSigns.IsHeader(notice.Lines[place.Line]), false),
            (_ => true, false),
        ];
        foreach (var (fits, isOfSenderToo) in choices)
        {
            var chosen = places.Where(fits).Select(place => place.Address)
                .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            if (chosen.Length > 1 || !isOfSenderToo)
                chosen = [.. chosen.Where(address => !address.Equals(sender, StringComparison.OrdinalIgnoreCase))];
            if (chosen.Length > 0)
                return chosen;
        }

        return [];
    }

    /// <summary>Where nobody else is named: who wrote to himself, and is spoken to by his address.</summary>
    internal static string[] Sender(ParsedMail mail, Notice notice) =>
        TypedValue.AddressOf(mail.Headers.Find("To"u8)) is { } sender
        && notice.Recipients.Places.Any(place => place.Address.Equals(sender, StringComparison.OrdinalIgnoreCase))
            ? [sender]
            : [];

    /// <summary>Where the notice names nobody: whom the message was for, by its own header.</summary>
    internal static string[] Addressed(Notice notice) =>
        [.. AddressList.Parse(notice.Original?.Find("To"u8)).Mailboxes.Take(1)
            .Select(mailbox => mailbox.Address.ToString())];

    /// <summary>What stands beside and below it, unless that is a transcript with the replies to several.</summary>
    private static string Words(Notice notice, string address, string[] named)
    {
        var lines = notice.Replies.Where(line => line.Contains(address, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (notice.Recipients.DiagnosticOf(address) is { } listed
            && (lines.Length == 0 || named.Length is 1 or > FewMax || !IsOfOthers(listed)))
            return listed;
        if (lines.Length == 0 && !notice.Recipients.IsListed(address))
            lines = Sentence(notice.Lines, address);
        return ReportText.Cleaned(string.Join('\n', lines), ReportLimits.DiagnosticMax);

        bool IsOfOthers(string text) => Array.Exists(
            named, other => other != address && text.Contains(other, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The line that names it and what goes on below; across a blank line only behind a colon or to a reason.
    /// </summary>
    private static string[] Sentence(string[] lines, string address)
    {
        var first = Array.FindIndex(lines, line => line.Contains(address, StringComparison.OrdinalIgnoreCase));
        if (first < 0)
            return [];
        var end = first + 1;
        if (end + 1 < lines.Length && string.IsNullOrWhiteSpace(lines[end])
            && (lines[first].AsSpan().TrimEnd().EndsWith(":")
                || lines[end + 1].AsSpan().TrimStart().StartsWith("reason", StringComparison.OrdinalIgnoreCase)))
            end++;
        while (end < lines.Length && end < first + SentenceMax && !string.IsNullOrWhiteSpace(lines[end]))
            end++;
        return lines[first..end];
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
