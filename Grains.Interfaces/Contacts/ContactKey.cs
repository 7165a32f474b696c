using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>The grain key of what a tenant knows of an address.</summary>
[GenerateSerializer, Immutable, Alias("contact-key")]
public readonly record struct ContactKey(TenantId Tenant, ContactHash Hash)
{
    public static ContactKey Of(TenantId tenant, EmailAddress address) => new(tenant, ContactHash.Of(address));

    public static ContactKey Of(TenantId tenant, DomainName domain) => new(tenant, ContactHash.Of(domain));

    public override string ToString() => $"{Tenant.Value}/{Hash.Value}";

    public static ContactKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TenantId.TryParse(key[..slash], out var tenant) &&
            ContactHash.TryParse(key[(slash + 1)..], out var hash)
            ? new ContactKey(tenant, hash)
            : throw new FormatException($"'{key}' is no contact key");
    }
}

public static class ContactGrains
{
    public static IContactGrain Contact(this IGrainFactory grains, ContactKey key) =>
        grains.GetGrain<IContactGrain>(key.ToString());
}
