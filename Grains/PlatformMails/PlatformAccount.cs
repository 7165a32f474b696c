using Actors.Grains.Messages;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;

namespace Actors.Grains.PlatformMails;

/// <summary>Makes what the platform's own mails leave by.</summary>
public static class PlatformAccount
{
    /// <summary>Repeating it changes and writes nothing.</summary>
    public static async Task Prepare(IGrainFactory grains)
    {
        var tenant = grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value);
        await tenant.Create("Platform");
        var account = grains.GetGrain<ISmtpAccountGrain>(PlatformSender.Key.ToString());
        await account.Create(new SmtpAccountDraft("Platform", MailStream.Transactional, Approved: true));
        await tenant.AddAccount(PlatformSender.Account.Value);
    }
}
