using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Addresses;

namespace Actors.Grains.Ids;

/// <summary>The grain key of a tenant's domain: the same domain of another tenant is another grain.</summary>
[GenerateSerializer, Immutable, Alias("domain-key")]
public readonly record struct DomainKey(TenantId Tenant, DomainName Domain)
{
    public override string ToString() => $"{Tenant.Value}/{Domain.Ascii}";

    public static bool TryParse([NotNullWhen(true)] string? key, out DomainKey parsed)
    {
        var slash = key?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        var isOne = slash > 0 & TenantId.TryParse(key?[..Math.Max(slash, 0)], out var tenant)
            & DomainName.TryParse(key?[(slash + 1)..], out var domain);
        parsed = isOne ? new DomainKey(tenant, domain!) : default;
        return isOne;
    }

    public static DomainKey Parse(string key) =>
        TryParse(key, out var parsed) ? parsed : throw new FormatException($"'{key}' is no domain key");
}
