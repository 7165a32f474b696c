using Actors.Api.Hosting;
using Actors.Grains.TestAddresses;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Api.TestAddresses;

/// <summary>Whom the platform may write to because a tenant says so: only who has proved the address, and so has
/// agreed.</summary>
internal static class ProvedAddresses
{
    public static async Task<bool> Has(Call call, EmailAddress address)
    {
        if (address.Key == call.Caller.VerifiedAddress?.Key)
            return true;
        var tenant = call.Tenant.Value;
        if (await call.Grains.GetGrain<ITestAddressesGrain>(tenant).IsVerified(address))
            return true;
        var users = await call.Grains.GetGrain<ITenantUsersGrain>(tenant).List();
        return users.Any(user => user.Active && user.Address.Key == address.Key);
    }
}
