using Actors.Grains.Ids;

namespace Actors.Grains.Subscriptions;

public static class LedgerKey
{
    public static string Of(TenantId tenant, BillingMonth month) => $"{tenant}/{month}";
}
