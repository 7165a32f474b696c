using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>What needs a sender: the accounts that send from its address without being told to.</summary>
public static class SenderUses
{
    /// <returns>Null where nothing does, else a refusal that names it.</returns>
    public static async Task<Refusal?> RefuseRemoval(
        this IGrainFactory grains, TenantId tenant, EmailAddress address)
    {
        var accounts = (await grains.GetGrain<ITenantGrain>(tenant.Value).Get())?.Accounts ?? [];
        foreach (var account in accounts)
        {
            var key = new AccountKey(tenant, AccountId.Parse(account));
            if (await grains.GetGrain<ISmtpAccountGrain>(key.ToString()).Get() is { } view
                && Use(view.Settings, address) is { } use)
                return Refusal.Of(
                    RefusalCode.InUse, $"{address} is {use} of the SMTP account {account}: change that first.");
        }

        return null;
    }

    /// <returns>Null where the account does without it.</returns>
    public static string? Use(AccountSettings settings, EmailAddress address) =>
        settings.Email?.Key == address.Key ? "the address"
        : settings.OverrideFrom?.Fallback?.Address.Key == address.Key ? "the fallback for From"
        : null;
}
