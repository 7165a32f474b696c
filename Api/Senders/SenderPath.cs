using System.Diagnostics.CodeAnalysis;
using Actors.Api.Hosting;
using Actors.Grains.Ids;
using Actors.Grains.Senders;

namespace Actors.Api.Senders;

/// <summary>What the endpoints on senders share.</summary>
internal static class SenderPath
{
    public const string Tag = "Senders";

    public static ISenderGrain Of(Call call, SenderId sender) =>
        call.Grains.GetGrain<ISenderGrain>(new SenderKey(call.Tenant, sender).ToString());

    /// <summary>The sender that the path names.</summary>
    public static bool TryFind(Call call, [NotNullWhen(true)] out ISenderGrain? sender)
    {
        sender = SenderId.TryParse(call.Segment("sender"), out var id) ? Of(call, id) : null;
        return sender is not null;
    }
}
