using Actors.Api.Hosting;

namespace Actors.Api.SignUps;

/// <summary>Where a subscriber is, as a consent has it.</summary>
internal static class SubscriberNetwork
{
    /// <returns>An IP address; null where the transport has none.</returns>
    public static string? Of(Call call) => call.Gateway.Clients.Of(call.Http)?.ToString();
}
