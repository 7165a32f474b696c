using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Subscriptions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Users;

/// <summary>Who is told by mail what an admin of a tenant has to know.</summary>
public static class TenantAdmins
{
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
