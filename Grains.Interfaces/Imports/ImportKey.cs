using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Ids;

namespace Actors.Grains.Imports;

/// <summary>The grain key of an import.</summary>
/// <param name="Id"><c>imp_</c> and 26 letters and digits in lower case that sort by time.</param>
[GenerateSerializer, Immutable, Alias("import-key")]
public readonly record struct ImportKey(TenantId Tenant, string Id)
{
    public const string Prefix = "imp_";

    public static bool TryParse(TenantId tenant, [NotNullWhen(true)] string? id, out ImportKey key)
    {
        var valid = id is not null && id.Length == Prefix.Length + SortableId.Length
            && id.StartsWith(Prefix, StringComparison.Ordinal) && !id.Any(char.IsAsciiLetterUpper)
            && SortableId.IsValid(id[Prefix.Length..].ToUpperInvariant());
        key = valid ? new ImportKey(tenant, id!) : default;
        return valid;
    }

    public static ImportKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TenantId.TryParse(key[..slash], out var tenant)
            && TryParse(tenant, key[(slash + 1)..], out var id)
            ? id
            : throw new FormatException($"'{key}' is no import");
    }

    public override string ToString() => $"{Tenant.Value}/{Id}";
}
