using Actors.Api.Hosting;
using Actors.Grains.TestAddresses;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Api.Templates;

/// <summary>Whom a test message may go to: only who has proved the address, and so has agreed.</summary>
internal static class TestRecipients
{
    public static async Task<bool> May(Call call, EmailAddress to)
    {
        var tenant = call.Tenant.Value;
        if (await call.Grains.GetGrain<ITestAddressesGrain>(tenant).IsVerified(to))
            return true;
        var users = await call.Grains.GetGrain<ITenantUsersGrain>(tenant).List();
        return users.Any(user => user.Active && user.Address.Key == to.Key);
    }
}
