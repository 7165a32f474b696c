using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>How an own server is reached, or why not: a closed set.</summary>
public abstract record OwnRoute
{
    private OwnRoute() { }

    public sealed record Found(DeliveryRoute Route) : OwnRoute;

    /// <param name="Reply">In our own words, and never for good: settings are mended.</param>
    public sealed record Failed(SendStage Stage, Reply Reply) : OwnRoute;
}
