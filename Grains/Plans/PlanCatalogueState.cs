using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Plans;

[GenerateSerializer, Alias("plan-catalogue-state")]
public sealed record PlanCatalogueState : IDue
{
    [Id(0)] public ImmutableArray<PlanTerms> Plans { get; init; } = PlanTable.BuiltIn.Plans;
    [Id(1)] public ImmutableArray<AddOnTerms> AddOns { get; init; } = PlanTable.BuiltIn.AddOns;
    [Id(2)] public string Currency { get; init; } = PlanTable.BuiltIn.Currency;
    [Id(3)] public NoticePeriod Notice { get; init; } = PlanTable.BuiltIn.Notice;

    /// <summary>When a change was made that not every tenant knows of yet; null when all do.</summary>
    [Id(4)] public DateTimeOffset? DueAt { get; init; }

    /// <summary>The last tenant that was told; null before the first.</summary>
    [Id(5)] public TenantId? Told { get; init; }

    /// <summary>Tenants that could not be told; they are tried again after the others.</summary>
    [Id(6)] public ImmutableArray<TenantId> Untold { get; init; } = [];

    public PlanCatalogue View() => new(Plans, AddOns, Currency, Notice);
}
