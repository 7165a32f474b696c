using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Plans;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Plans;

/// <summary>Changes an add-on.</summary>
internal sealed class SetAddOnTerms : IEndpoint
{
    private const int QuantityMax = 3_650;

    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/add-ons/{add_on}", Audience.Operator, "setAddOnTerms", AdminPath.Tag,
        "Set the price of an add-on")
    {
        Description = "Tenants that have it pay the new price with the next cycle.",
        Request = typeof(AddOnTermsRequest),
        Outcomes = [new(200, "Set.", typeof(AddOnBody))],
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed,
        ],
        Examples = [new("price", "Price and limit", """{"price": 5900, "quantity_max": 16}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var terms = new AddOnTerms(
            fields.Whole("price", 0, LedgerLimits.AmountMax), fields.Integer("quantity_max", 0, QuantityMax));
        if (fields.Problem() is { } problem)
            return problem;
        return await Contract.OfAddOn(call, async addOn => Call.Answer(
            await Contract.Catalogue(call).SetAddOn(addOn, terms, call.IfMatch),
            all => AddOnBody.Of(addOn, all.Of(addOn)),
            ApiJson.Wire.AddOnBody));
    }
}

/// <param name="Price">Of one for a calendar month, in minor units.</param>
/// <param name="QuantityMax">0 to 3,650: how many a tenant may have.</param>
internal sealed record AddOnTermsRequest(long Price, int QuantityMax);
