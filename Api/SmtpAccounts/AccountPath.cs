using Actors.Api.Hosting;
using Actors.Grains.Ids;
using Actors.Grains.Registrar;
using Actors.Grains.SmtpAccounts;

namespace Actors.Api.SmtpAccounts;

/// <summary>Finds the account that the path of a tenant's request names. Null is a 404.</summary>
internal static class AccountPath
{
    public const string Tag = "SMTP accounts";

    public static ISmtpAccountGrain Grain(Call call, AccountId account) =>
        call.Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(call.Tenant, account).ToString());

    /// <summary>Where accounts are made and changed: what is counted is counted there.</summary>
    public static IRegistrarGrain Registrar(Call call) => call.Grains.GetGrain<IRegistrarGrain>(call.Tenant.Value);

    /// <summary>Whether there is such an account for the caller.</summary>
    public static async Task<bool> MayUse(Call call, AccountId account) =>
        call.Caller.MayUse(account) && await Grain(call, account).Get() is { } view && IsSeen(call, view);

    /// <returns>Null also for one that the key is not for, or that another user keeps to himself.</returns>
    public static async Task<ISmtpAccountGrain?> Find(Call call)
    {
        if (!AccountId.TryParse(call.Segment("account"), out var id) || !call.Caller.MayUse(id))
            return null;
        var grain = Grain(call, id);
        return await grain.Get() is { } view && IsSeen(call, view) ? grain : null;
    }

    public static bool IsSeen(Call call, SmtpAccountView view) =>
        view.Settings.Shared || call.Caller.User is null || call.Caller.User == view.OwnerUser;
}
