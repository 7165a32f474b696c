using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.World;

/// <summary>A tenant with one approved account and one sender.</summary>
internal static class Shop
{
    public static readonly TenantId Tenant = TenantId.Parse("shop");
    public static readonly AccountId Account = AccountId.Parse("acc_shop");

    /// <summary>A command as a gateway would build it.</summary>
    public static SubmitCommand Mail(string to = "ann@example.com") => new()
    {
        Account = Account,
        Source = new MailSource.Raw(
            "From: shop@shop.example\r\n\r\nHello.\r\n"u8.ToArray(), [EmailAddress.Parse("shop@shop.example")]),
        Recipients = [Recipient.Of(EmailAddress.Parse(to))],
    };

    public static async Task Open(IGrainFactory grains)
    {
        var tenant = grains.GetGrain<ITenantGrain>(Tenant.Value);
        await tenant.Create("Shop");
        await tenant.AddSender(new VerifiedSender(DomainName.Parse("shop.example"), null));
        await grains.GetGrain<ISmtpAccountGrain>(new AccountKey(Tenant, Account).ToString())
            .Create(new SmtpAccountDraft("Shop", MailStream.Transactional, Approved: true));
    }
}
