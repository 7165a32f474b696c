using System.Collections.Immutable;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>What the endpoints on a tenant's contract share.</summary>
internal static class Contract
{
    public const string Tag = "Plan";
    public const int NoteLengthMax = 1_000;

    /// <summary>Of a word for a plan, an add-on or a status.</summary>
    public const int WordLengthMax = 40;

    public static ImmutableArray<Outcome> Outcomes { get; } = [new(200, "The contract.", typeof(ContractBody))];

    public static ISubscriptionGrain Of(Call call, TenantId tenant) =>
        call.Grains.GetGrain<ISubscriptionGrain>(tenant.Value);

    public static IPlanCatalogueGrain Catalogue(Call call) =>
        call.Grains.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value);

    /// <summary>Carries a command out and shows the contract.</summary>
    public static async Task<IResult> Apply(Call call, TenantId tenant, SubscriptionCommand command) =>
        Call.Answer(await Of(call, tenant).Apply(command, call.IfMatch), ContractBody.Of, ApiJson.Wire.ContractBody);

    /// <summary>The plan a field names; a fault of the field where it names none.</summary>
    public static PlanName ReadPlan(Fields fields, string name)
    {
        var text = fields.Text(name, WordLengthMax);
        if (!PlanWords.TryParse(text, out PlanName plan) && text.Length > 0)
            fields.Error<string>(
                name, "unknown_value",
                $"The plans are {string.Join(", ", PlanWords.Plans.Select(one => one.Word()))}.");
        return plan;
    }

    /// <summary>For an add-on that the path names; not found where it names none.</summary>
    public static async Task<IResult> OfAddOn(Call call, Func<AddOn, Task<IResult>> go) =>
        PlanWords.TryParse(call.Segment("add_on"), out AddOn addOn) ? await go(addOn) : Problem.NotFound;
}
