using Actors.Grains.Alarms;
using Actors.Grains.Answers;

namespace Actors.Grains.Plans;

/// <summary>What the operator offers.</summary>
/// <remarks>Key: <see cref="Platform.PlatformKey"/>. A change counts for every tenant on the plan: limits at once, how
/// long logs are kept within minutes, prices with the next cycle.</remarks>
[Alias("plan-catalogue")]
public interface IPlanCatalogueGrain : IAlarmed
{
    /// <summary>Answered also while a change is being told to tenants, who ask for it.</summary>
    [AlwaysInterleave]
    Task<PlanCatalogue> Get();

    /// <returns>The catalogue, with the version of all of it.</returns>
    [ReadOnly]
    Task<Answer<PlanCatalogue>> Read();

    Task<Answer<PlanCatalogue>> SetPlan(PlanName plan, PlanTerms terms, string? ifMatch);

    Task<Answer<PlanCatalogue>> SetAddOn(AddOn addOn, AddOnTerms terms, string? ifMatch);

    /// <summary>The currency cannot be changed while there are ledgers in another.</summary>
    Task<Answer<PlanCatalogue>> SetBilling(string currency, NoticePeriod notice, string? ifMatch);
}
