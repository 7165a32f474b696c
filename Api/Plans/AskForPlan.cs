using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Plans;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>Asks the operator for a larger plan or more of an add-on.</summary>
internal sealed class AskForPlan : IEndpoint
{
    /// <summary>Of an add-on, whatever the operator offers.</summary>
    private const int QuantityMax = 100_000;

    public static Operation Operation { get; } = new(
        "POST", "/v1/plan/requests", Audience.Tenant, "askForPlan", Contract.Tag, "Ask for a larger plan or an add-on")
    {
        Scope = Scopes.BillingManage,
        Description =
            """
            Give a `plan`, or an `add_on` with the `quantity` there is to be in all. The operator decides. Asked for
            again, it is the same request; another plan takes the place of the one asked for before. The customer data
            have to be there first.
            """,
        Request = typeof(AskForPlanRequest),
        Outcomes = [new(201, "Asked.", typeof(PlanRequestBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound, ProblemTypes.Conflict,
            ProblemTypes.CustomerDataMissing,
        ],
        Examples =
        [
            new("plan", "A larger plan", """{"plan": "enterprise", "note": "For the season."}""", 201),
            new("add-on", "Logs kept 30 days longer", """{"add_on": "log_retention", "quantity": 30}""", 201),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var wish = ReadWish(fields);
        var note = fields.TextOrNull("note", Contract.NoteLengthMax) ?? "";
        if (fields.Problem() is { } problem)
            return problem;
        var answer = await Contract.Of(call, call.Tenant).Apply(new SubscriptionCommand.Ask(wish, note), null);
        return answer.Value is { } view
            ? Call.Created(
                PlanRequestBody.Of(view.Requests.Last(one => one.Status == RequestStatus.Open && one.Wish == wish)),
                ApiJson.Wire.PlanRequestBody, "/v1/plan")
            : Problem.Of(answer.Refusal!);
    }

    private static PlanWish ReadWish(Fields fields)
    {
        var addOn = fields.TextOrNull("add_on", Contract.WordLengthMax);
        var quantity = fields.WholeOrNull("quantity", 1, QuantityMax);
        if (addOn is null)
        {
            if (quantity is not null)
                fields.Error<string>("quantity", "not_allowed", "Only add-ons have a quantity.");
            return fields.Has("plan")
                ? PlanWish.For(Contract.ReadPlan(fields, "plan"))
                : fields.Error<PlanWish>("plan", "missing", "A request is for a plan or for an add_on: name one.")!;
        }

        if (fields.TextOrNull("plan", Contract.WordLengthMax) is not null)
            fields.Error<string>("plan", "not_allowed", "A request is for a plan or for an add-on.");
        if (!PlanWords.TryParse(addOn, out AddOn parsed))
            fields.Error<string>(
                "add_on", "unknown_value",
                $"The add-ons are {string.Join(", ", PlanWords.AddOns.Select(one => one.Word()))}.");
        return PlanWish.For(parsed, (int)(quantity ?? 1));
    }
}

/// <param name="Plan">essential, pro or enterprise.</param>
/// <param name="AddOn">dedicated_ip or log_retention.</param>
/// <param name="Quantity">Of the add-on, in all; 1 where absent.</param>
/// <param name="Note">Up to 1,000 characters for the operator.</param>
internal sealed record AskForPlanRequest(string? Plan, string? AddOn, int? Quantity, string? Note);
