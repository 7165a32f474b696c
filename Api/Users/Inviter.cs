using Actors.Api.Hosting;
using Actors.Grains.Tenants;

namespace Actors.Api.Users;

/// <summary>Who invites, as the mail says it.</summary>
internal static class Inviter
{
    public const string Operator = "the operator";

    /// <summary>A user's name or address; of a key, the tenant's name.</summary>
    public static async Task<string> Of(Call call) =>
        call.Caller.Access is { } user ? user.Name ?? user.Address.ToString()
        : (await call.Grains.GetGrain<ITenantGrain>(call.Tenant.Value).Get())?.Name ?? call.Tenant.Value;
}
