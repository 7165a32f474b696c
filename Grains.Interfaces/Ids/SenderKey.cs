using Actors.Mail.Addresses;

namespace Actors.Grains.Ids;

/// <summary>The grain key of a tenant's sender.</summary>
[GenerateSerializer, Immutable, Alias("sender-key")]
public readonly record struct SenderKey(TenantId Tenant, SenderId Sender)
{
    public static SenderKey Of(TenantId tenant, EmailAddress address) => new(tenant, SenderId.Of(address));

    public override string ToString() => $"{Tenant.Value}/{Sender.Value}";

    public static SenderKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TenantId.TryParse(key[..slash], out var tenant) &&
            SenderId.TryParse(key[(slash + 1)..], out var sender)
            ? new SenderKey(tenant, sender)
            : throw new FormatException($"'{key}' is no sender key");
    }
}
