using System.Collections.Immutable;

namespace Actors.Grains.Plans;

/// <summary>What the operator offers: every plan and every add-on once.</summary>
/// <param name="Currency">ISO 4217, of every price and every ledger.</param>
[GenerateSerializer, Immutable, Alias("plan-catalogue-view")]
public sealed record PlanCatalogue(
    ImmutableArray<PlanTerms> Plans, ImmutableArray<AddOnTerms> AddOns, string Currency, NoticePeriod Notice)
{
    public PlanTerms Of(PlanName plan) => Plans[(int)plan];

    public AddOnTerms Of(AddOn addOn) => AddOns[(int)addOn];
}

/// <param name="Price">Of one for a calendar month, in minor units.</param>
/// <param name="QuantityMax">How many a tenant may have.</param>
[GenerateSerializer, Immutable, Alias("add-on-terms")]
public sealed record AddOnTerms(long Price, int QuantityMax);

/// <summary>When what is cancelled in a month ends. Only append: numbers are stored.</summary>
public enum NoticePeriod
{
    /// <summary>With the last day of the month after.</summary>
    EndOfNextMonth = 0,

    /// <summary>With the last day of the same month.</summary>
    EndOfMonth = 1,
}
