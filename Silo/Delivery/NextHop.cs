using Actors.Grains.Messages;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Where mail for a domain goes, with all that is needed to connect: a closed set.</summary>
public abstract record NextHop
{
    private NextHop() { }

    /// <param name="Site">The destination's name, by which connections are counted.</param>
    /// <param name="IsSandbox">The built-in receiver, on loopback.</param>
    /// <param name="RetryAfter">Before the schedule; null for the schedule.</param>
    /// <param name="IsOwn">The account's own server: what becomes of the message beyond it is not known here.</param>
    public sealed record Hosts(
        DeliveryRoute Route, string Site, bool IsSandbox, TimeSpan? RetryAfter, bool IsOwn = false) : NextHop;

    public sealed record Withheld(HoldReason Reason) : NextHop;

    /// <param name="Reply">In our own words; its class tells whether for now or for good.</param>
    public sealed record Nowhere(Reply Reply) : NextHop;
}
