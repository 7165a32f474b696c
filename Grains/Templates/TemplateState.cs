using System.Collections.Immutable;
using Actors.Grains.Listings;
using Actors.Grains.Ports;
using Actors.Grains.StandardEmails;

namespace Actors.Grains.Templates;

[GenerateSerializer, Alias("template-state")]
public sealed record TemplateState : IListed
{
    /// <summary>Empty for a standard e-mail.</summary>
    [Id(0)] public string Name { get; init; } = "";

    /// <summary>Null where nothing waits to be published.</summary>
    [Id(1)] public EmailText? Draft { get; init; }

    /// <summary>In the order in which they were published, at most <see cref="TemplateRules.VersionsMax"/> beside the
    /// one in use.</summary>
    [Id(2)] public ImmutableArray<TemplateVersion> Versions { get; init; } = [];

    /// <summary>The version in use; null for the original, or for nothing.</summary>
    [Id(3)] public int? InUse { get; init; }

    /// <summary>The number given last.</summary>
    [Id(4)] public int LastNumber { get; init; }

    [Id(5)] public DateTimeOffset CreatedAt { get; init; }
    [Id(6)] public DateTimeOffset ChangedAt { get; init; }

    public Listing? Listed(string key)
    {
        var template = TemplateKey.Parse(key);
        return template.Standard is not null || Name.Length == 0
            ? null
            : new Listing(ListingKinds.Template, template.Tenant, template.Id)
            {
                Marks = InUse is null ? ["draft"] : ["published"],
                Search = Name,
            };
    }
}
