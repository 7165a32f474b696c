using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>Whether an address may stand in From, Sender or MAIL FROM: pure. What is refused is told what to
/// do.</summary>
public static class AuthorRules
{
    /// <param name="address">That nobody vouches for.</param>
    /// <param name="by">The account that the mail comes by.</param>
    /// <param name="standing">Of its domain.</param>
    /// <param name="proof">Null where the address is not registered.</param>
    public static Refusal? Refuse(
        EmailAddress address, Submitter by, DomainStanding standing, SenderProof? proof)
    {
        if (standing.IsWhole)
            return null;
        if (proof is { Account: { } only } && (only != by.Account || by.Login?.Key != address.Key))
            return No($"{address} may be used with the SMTP account {only} alone, while that logs in with it.");
        if (proof is not { Account: not null } && !standing.MaySend)
            return Lacking(address, standing);
        return proof?.Status switch
        {
            SenderStatus.Confirmed => null,
            SenderStatus.Pending => No($"{address} is not confirmed: follow the link in the message sent to it."),
            SenderStatus.Expired => No($"{address} was not confirmed in time: have another link sent to it."),
            _ => No($"{address} is no sender: register it and follow the link in the message sent to it."),
        };
    }

    /// <summary>Of an address that another takes the place of in From, and stands elsewhere.</summary>
    public static Refusal Alone(EmailAddress address, DomainStanding standing) => standing.MaySend
        ? No($"{address} leaves with From at the platform's domain, and may stand in From alone.")
        : Lacking(address, standing);

    private static Refusal Lacking(EmailAddress address, DomainStanding standing) => No($"{address} {standing.Lacks}");

    private static Refusal No(string detail) => Refusal.Of(RefusalCode.SenderNotVerified, detail);
}
