using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Subscriptions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Users;

/// <summary>Who is told by mail what an admin of a tenant has to know, or who runs the platform.</summary>
public static class TenantAdmins
{
    /// <summary>Of the operator's users.</summary>
    public const int OperatorsMax = 10;

    /// <returns>Who was named for it, or the operator's admins; where there are none, as before the first of them is
    /// invited, an address of the sandbox, where mail is kept and can be read.</returns>
    public static async Task<ImmutableArray<EmailAddress>> Operators(
        this IGrainFactory grains, LifecycleOptions options) =>
        options.Operator is { } named ? [named]
        : await grains.AdminsOf(PlatformSender.Tenant) is { IsEmpty: false } admins ? [.. admins.Take(OperatorsMax)]
        : [EmailAddress.Parse($"operator@{options.SandboxDomain}")];

    /// <returns>Those admins who have followed their invitation; where there are none, such as with a tenant that has
    /// API keys alone, the contact in its customer data. Empty where nobody is known.</returns>
    public static async Task<ImmutableArray<EmailAddress>> AdminsOf(this IGrainFactory grains, TenantId tenant)
    {
        var users = await grains.GetGrain<ITenantUsersGrain>(tenant.Value).List();
        var admins = users.Where(user => user.Active && user.Role.IsAdmin()).Select(user => user.Address);
        if (admins.ToImmutableArray() is { IsEmpty: false } addresses)
            return addresses;
        var contract = await grains.GetGrain<ISubscriptionGrain>(tenant.Value).Get();
        return EmailAddress.TryParse(contract.Value?.Customer.ContactEmail, out var contact) ? [contact] : [];
    }
}
