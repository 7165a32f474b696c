using Actors.Api.Hosting;
using Actors.Api.Links;
using Actors.Grains.Contacts;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.Tenants;
using Actors.Grains.Unsubscribing;

namespace Actors.Api.Unsubscribing;

/// <summary>From a link to what its reader wants.</summary>
internal static class Leaving
{
    /// <summary>One answer to whatever is no link of ours, or one of a tenant that is gone.</summary>
    public static LinkView Unknown { get; } = new LinkView.Closed(LinkStanding.Unknown);

    public static async Task<UnsubscribeClaim?> Find(Call call) =>
        call.Gateway.Unsubscribing.Read(call.Segment("token")) is { } claim
        && await call.Grains.GetGrain<ITenantGrain>(claim.Message.Tenant.Value).Get() is not null
            ? claim
            : null;

    /// <summary>The message is told first: what its recipient is told is stored with that, and outlives a crash. A
    /// message that is erased is not asked for it.</summary>
    /// <param name="list">Null for all.</param>
    public static async Task Leave(Call call, UnsubscribeClaim claim, string? list)
    {
        var message = call.Grains.GetGrain<IMessageGrain>(claim.Message.ToString());
        var known = await message.Hear(new LateReport.Unsubscribe(list))
            ? await message.Cause(ContactNews.Unsubscribed)
            : null;
        await call.Grains.Contact(new ContactKey(claim.Message.Tenant, claim.Contact)).Apply(
            known ?? new ContactCause.Unsubscribed(list)
            {
                Message = claim.Message.Message,
                At = call.Gateway.Time.GetUtcNow(),
            });
    }
}
