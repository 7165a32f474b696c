using System.Collections.Immutable;
using Actors.Grains.PlatformMails;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Domains;

/// <summary>What the owner of a domain is told by mail.</summary>
public static class DomainMails
{
    /// <summary>Whether a change is one that somebody has to know of.</summary>
    public static bool IsNews(DomainState before, DomainState after) => IsWhole(before, after) || Breaks(before, after);

    /// <param name="readers">Who is told.</param>
    /// <returns>The state with the mails that its change deserves.</returns>
    public static DomainState Told(
        DomainState before, DomainState after, ImmutableArray<EmailAddress> readers, DomainName domain,
        DomainOptions options) => IsNews(before, after)
        ? after with
        {
            Outgoing = after.Outgoing.AddRange(readers.Select(to => MailOf(before, after, to, domain, options))),
        }
        : after;

    private static bool IsWhole(DomainState before, DomainState after) => after.Status == DomainStatus.Verified
        && before.Status is (DomainStatus.Pending or DomainStatus.Broken or DomainStatus.Held);

    private static bool Breaks(DomainState before, DomainState after) =>
        before.Status == DomainStatus.Verified && after.Status == DomainStatus.Broken;

    private static PlatformMail MailOf(
        DomainState before, DomainState after, EmailAddress to, DomainName domain, DomainOptions options)
    {
        var id = $"{after.Token}-{after.Ticket}/{to.Key}"; // one order, one change
        return IsWhole(before, after)
            ? PlatformMail.DomainVerified(id, to, domain.Unicode)
            : PlatformMail.DomainBroken(
                id, to, domain.Unicode, Faults(after, domain, options), after.BrokenAt!.Value + DomainLimits.Grace);
    }

    private static string Faults(DomainState state, DomainName domain, DomainOptions options) => string.Join(
        '\n',
        DomainRecords.Views(state, domain, options)
            .Where(record => record.IsRequired && record.State is RecordState.Missing or RecordState.Wrong)
            .Select(record => $"{record.Name} {record.Found}; it has to be {record.Type} {record.Value}"));
}
