using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>Whether an address may stand in From, Sender or MAIL FROM: pure. What is refused is told what to
/// do.</summary>
public static class AuthorRules
{
    /// <summary>Whether the domain allows every address in it, so that the sender need not be asked.</summary>
    public static bool IsWhole(DomainPolicy? domain) => domain is { MaySend: true, AnySender: true };

    /// <param name="address">That nobody vouches for.</param>
    /// <param name="account">The mail comes by it.</param>
    /// <param name="login">What that account logs in to its own server as; null for none.</param>
    /// <param name="domain">Null where it is none of the tenant's.</param>
    /// <param name="isPlatforms">The domain is the platform's own.</param>
    /// <param name="proof">Null where the address is not registered.</param>
    public static Refusal? Refuse(
        EmailAddress address, AccountId account, EmailAddress? login, DomainPolicy? domain, bool isPlatforms,
        SenderProof? proof)
    {
        if (IsWhole(domain))
            return null;
        if (proof is { Account: { } only } && (only != account || login?.Key != address.Key))
            return No($"{address} may be used with the SMTP account {only} alone, while that logs in with it.");
        var isAllowedBySelf = isPlatforms || proof is { Account: not null };
        if (!isAllowedBySelf && domain is null)
            return No($"{address} is in a domain that is none of the tenant's: register {address.Domain} first.");
        if (!isAllowedBySelf && !domain!.MaySend)
            return No($"{address} is in a domain that is not verified: publish the records of {address.Domain}.");
        return proof?.Status switch
        {
            SenderStatus.Confirmed => null,
            SenderStatus.Pending => No($"{address} is not confirmed: follow the link in the message sent to it."),
            SenderStatus.Expired => No($"{address} was not confirmed in time: have another link sent to it."),
            _ => No($"{address} is no sender: register it and follow the link in the message sent to it."),
        };
    }

    private static Refusal No(string detail) => Refusal.Of(RefusalCode.SenderNotVerified, detail);
}
