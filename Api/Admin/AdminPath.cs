using Actors.Api.Hosting;
using Actors.Grains.Ids;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;

namespace Actors.Api.Admin;

/// <summary>Finds what the path of an operator's request names. Null is a 404.</summary>
internal static class AdminPath
{
    public const string Tag = "Operator";
    public const int NameLengthMax = 100;

    public static IPlatformGrain Platform(Call call) => call.Grains.GetGrain<IPlatformGrain>(PlatformKey.Value);

    public static async Task<(TenantId Id, ITenantGrain Grain, TenantView View)?> Tenant(Call call)
    {
        if (!TenantId.TryParse(call.Segment("tenant"), out var id))
            return null;
        var grain = call.Grains.GetGrain<ITenantGrain>(id.Value);
        return await grain.Get() is { } view ? (id, grain, view) : null;
    }

    public static async Task<ISmtpAccountGrain?> Account(Call call)
    {
        if (!TenantId.TryParse(call.Segment("tenant"), out var tenant)
            || !AccountId.TryParse(call.Segment("account"), out var account))
            return null;
        var grain = call.Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant, account).ToString());
        return await grain.Get() is null ? null : grain;
    }
}
