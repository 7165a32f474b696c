using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Plans;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Plans;

/// <summary>Changes what all prices are in and when what is cancelled ends.</summary>
internal sealed class SetBilling : IEndpoint
{
    private const int CurrencyLength = 3;

    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/billing", Audience.Operator, "setBilling", AdminPath.Tag,
        "Set currency and notice")
    {
        Description =
            "The currency cannot be changed while there are ledgers in another. Notices given before keep their " +
            "end.",
        Request = typeof(BillingRequest),
        Outcomes = [new(200, "Set.", typeof(CatalogueBody))],
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.PreconditionFailed, ProblemTypes.InUse,
        ],
        Examples = [new("default", "As it is at first", """{"currency": "EUR", "notice": "end_of_next_month"}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var currency = fields.Text("currency", CurrencyLength);
        if (currency.Length > 0 && (currency.Length != CurrencyLength || !currency.All(char.IsAsciiLetterUpper)))
            fields.Error<string>(
                "currency", "invalid_currency", "The currency has to be three capital letters, such as EUR.");
        var notice = fields.Text("notice", Contract.WordLengthMax);
        if (notice is not ("" or CatalogueBody.EndOfMonth or CatalogueBody.EndOfNextMonth))
            fields.Error<string>("notice", "unknown_value", "The value has to be end_of_next_month or end_of_month.");
        if (fields.Problem() is { } problem)
            return problem;
        var period = notice == CatalogueBody.EndOfMonth ? NoticePeriod.EndOfMonth : NoticePeriod.EndOfNextMonth;
        return Call.Answer(
            await Contract.Catalogue(call).SetBilling(currency, period, call.IfMatch), CatalogueBody.Of,
            ApiJson.Wire.CatalogueBody);
    }
}

/// <param name="Currency">ISO 4217, such as EUR.</param>
/// <param name="Notice">end_of_next_month or end_of_month.</param>
internal sealed record BillingRequest(string Currency, string Notice);
