using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Grains.Ports;

/// <summary>Tells where mail for a domain goes: sandbox, static route, MX.</summary>
public interface IRouting
{
    /// <summary>Completes at once when the answer is known; else when DNS has answered. Never throws for DNS'
    /// faults.</summary>
    /// <param name="tenant">Whose mail it is: DNS is asked for all tenants in turn.</param>
    ValueTask<Route> Find(DomainName domain, TenantId tenant);

    /// <summary>As <see cref="Find"/>, for mail that goes to its account's own server whatever its
    /// recipient.</summary>
    ValueTask<Route> FindOwn(DomainName domain, AccountKey account);
}

/// <summary>Where mail for a domain goes: a closed set.</summary>
public abstract record Route
{
    private Route() { }

    /// <param name="Name">The site: one name for every domain with the same next hops.</param>
    /// <param name="NeverRests">A route with a retry delay of its own is never suspended.</param>
    public sealed record Site(string Name, bool NeverRests) : Route;

    public sealed record Withheld(HoldReason Reason) : Route;

    /// <summary>There is no next hop; the reply is ours, its class tells whether for now (4xx) or for good
    /// (5xx).</summary>
    public sealed record Nowhere(Reply Reply) : Route;
}
