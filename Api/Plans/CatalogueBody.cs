using Actors.Grains.Plans;

namespace Actors.Api.Plans;

/// <param name="Currency">ISO 4217: prices are in its minor units.</param>
/// <param name="Notice">end_of_next_month or end_of_month: when what is cancelled in a month ends.</param>
internal sealed record CatalogueBody(
    IReadOnlyList<PlanBody> Plans, IReadOnlyList<AddOnBody> AddOns, string Currency, string Notice)
{
    public const string EndOfNextMonth = "end_of_next_month";
    public const string EndOfMonth = "end_of_month";

    public static CatalogueBody Of(PlanCatalogue catalogue) => new(
        [.. PlanWords.Plans.Select(plan => PlanBody.Of(plan, catalogue.Of(plan)))],
        [.. PlanWords.AddOns.Select(addOn => AddOnBody.Of(addOn, catalogue.Of(addOn)))],
        catalogue.Currency,
        catalogue.Notice == NoticePeriod.EndOfMonth ? EndOfMonth : EndOfNextMonth);
}

/// <param name="Id">dedicated_ip, or log_retention (one for each day).</param>
/// <param name="Price">Of one for a calendar month.</param>
/// <param name="QuantityMax">How many a tenant may have.</param>
internal sealed record AddOnBody(string Id, long Price, int QuantityMax)
{
    public static AddOnBody Of(AddOn addOn, AddOnTerms terms) => new(addOn.Word(), terms.Price, terms.QuantityMax);
}
