using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Ids;
using Actors.Grains.StandardEmails;

namespace Actors.Grains.Templates;

/// <summary>The grain key of a template: a tenant's own, <c>tpl_</c> and 1 to 40 of <c>a-z 0-9 - _</c>, or a standard
/// e-mail by the name of its kind.</summary>
public sealed record TemplateKey
{
    public const string Prefix = "tpl_";
    private const int NameLengthMax = 40;

    private TemplateKey(TenantId tenant, string id, StandardEmail? standard) =>
        (Tenant, Id, Standard) = (tenant, id, standard);

    public TenantId Tenant { get; }

    public string Id { get; }

    /// <summary>Null for a template of the tenant's own.</summary>
    public StandardEmail? Standard { get; }

    public static TemplateKey Of(TenantId tenant, StandardEmailKind kind) =>
        new(tenant, StandardEmail.Of(kind).Name, StandardEmail.Of(kind));

    public static bool TryParse(TenantId tenant, string? id, [NotNullWhen(true)] out TemplateKey? key)
    {
        key = IsOwn(id) ? new TemplateKey(tenant, id, null)
            : StandardEmail.TryFind(id, out var standard) ? new TemplateKey(tenant, id!, standard)
            : null;
        return key is not null;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static TemplateKey Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TryParse(TenantId.Parse(key[..slash]), key[(slash + 1)..], out var parsed)
            ? parsed
            : throw new FormatException($"'{key}' is no template");
    }

    public static bool IsOwn([NotNullWhen(true)] string? id) =>
        id is not null && id.Length > Prefix.Length && id.Length <= Prefix.Length + NameLengthMax
        && id.StartsWith(Prefix, StringComparison.Ordinal)
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    public override string ToString() => $"{Tenant.Value}/{Id}";
}
