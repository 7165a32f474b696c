using Actors.Grains.PlatformMails;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Domains;

/// <summary>What the owner of a domain is told by mail.</summary>
public static class DomainMails
{
    /// <returns>The state with the mail that its change deserves.</returns>
    public static DomainState Told(
        DomainState before, DomainState after, DomainName domain, DomainOptions options) =>
        after.Notify is { } to && MailOf(before, after, to, domain, options) is { } mail
            ? after with { Outgoing = after.Outgoing.Add(mail) }
            : after;

    private static PlatformMail? MailOf(
        DomainState before, DomainState after, EmailAddress to, DomainName domain, DomainOptions options)
    {
        var id = $"{after.Token}-{after.Ticket}"; // one order, one change
        return (before.Status, after.Status) switch
        {
            (DomainStatus.Pending or DomainStatus.Broken or DomainStatus.Held, DomainStatus.Verified) =>
                PlatformMail.DomainVerified(id, to, domain.Unicode),
            (DomainStatus.Verified, DomainStatus.Broken) => PlatformMail.DomainBroken(
                id, to, domain.Unicode, Faults(after, domain, options), after.BrokenAt!.Value + DomainLimits.Grace),
            _ => null,
        };
    }

    private static string Faults(DomainState state, DomainName domain, DomainOptions options) => string.Join(
        '\n',
        DomainRecords.Views(state, domain, options)
            .Where(record => record.IsRequired && record.State is RecordState.Missing or RecordState.Wrong)
            .Select(record => $"{record.Name} {record.Found}; it has to be {record.Type} {record.Value}"));
}
