using Actors.Grains.Ids;

namespace Actors.Grains.PlatformMails;

/// <summary>The tenant and account that the platform's own mails leave by. They are made by every start.</summary>
public static class PlatformSender
{
    public static TenantId Tenant { get; } = TenantId.Parse("operator");

    public static AccountId Account { get; } = AccountId.Parse("acc_platform");

    public static AccountKey Key { get; } = new(Tenant, Account);

    /// <summary>Names in a submission's metadata the tenant that the mail is for.</summary>
    public const string ForTenant = "tenant";
}
