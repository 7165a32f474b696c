using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;

namespace Actors.Silo.FirstStart;

/// <summary>Fills an empty platform so far that a first message can be sent.</summary>
/// <remarks>The operator's key is set last: a start that was cut short before is made whole by the next one.</remarks>
public sealed class Beginning(IGrainFactory grains, IIdSource chance, LifecycleOptions lifecycle)
{
    public static readonly TenantId Tenant = TenantId.Parse("demo");
    public static readonly AccountId Account = AccountId.Parse("acc_demo");

    private const string MadeBy = "first start";

    /// <returns>Null when the platform was begun before.</returns>
    public async Task<FirstCredentials?> Prepare()
    {
        var platform = grains.GetGrain<IPlatformGrain>(PlatformKey.Value);
        if ((await platform.Settings()).Initialized)
            return null;
        var tenant = grains.GetGrain<ITenantGrain>(Tenant.Value);
        await platform.AddTenant(Tenant); // first: a list passes over a name without a tenant
        await tenant.Create("Demo");
        await tenant.AddSender(new VerifiedSender(DomainName.Parse(lifecycle.SandboxDomain), null));
        var account = grains.GetGrain<ISmtpAccountGrain>(new AccountKey(Tenant, Account).ToString());
        await account.Create(new SmtpAccountDraft("Demo", MailStream.Transactional, Approved: true));
        await tenant.AddAccount(Account.Value);
        await Forget(tenant, account);
        var key = (await tenant.IssueApiKey(MadeBy))!; // all others were revoked
        var login = await account.IssueLogin(MadeBy);
        return new FirstCredentials(await OperatorKeys.Replace(platform, chance), key.Secret, login);
    }

    /// <summary>Revokes what a start that was cut short had made and never shown.</summary>
    private static async Task Forget(ITenantGrain tenant, ISmtpAccountGrain account)
    {
        foreach (var key in (await tenant.Get())!.ApiKeys)
            await tenant.RevokeApiKey(key.Id);
        foreach (var login in (await account.Get())!.Logins)
            await account.RevokeLogin(login.UserName);
    }
}
