using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>Shows the tenant's plan, add-ons, requests and balance.</summary>
internal sealed class GetPlan : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/plan", Audience.Tenant, "getPlan", Contract.Tag, "Get the plan with its add-ons")
    {
        Scope = Scopes.SettingsRead,
        Description =
            "A tenant from before there were plans is on startup without its limits until it is put on a plan.",
        Outcomes = Contract.Outcomes,
    };

    public static async Task<IResult> Handle(Call call) => Call.Answer(
        await Contract.Of(call, call.Tenant).Get(), ContractBody.Of, ApiJson.Wire.ContractBody);
}
