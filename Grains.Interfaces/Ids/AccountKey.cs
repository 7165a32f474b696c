namespace Actors.Grains.Ids;

/// <summary>The grain key of an SMTP account.</summary>
[GenerateSerializer, Immutable, Alias("account-key")]
public readonly record struct AccountKey(TenantId Tenant, AccountId Account)
{
    public override string ToString() => $"{Tenant.Value}/{Account.Value}";

    public static AccountKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TenantId.TryParse(key[..slash], out var tenant) &&
            AccountId.TryParse(key[(slash + 1)..], out var account)
            ? new AccountKey(tenant, account)
            : throw new FormatException($"'{key}' is no account key");
    }
}
