using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>Shows what is offered.</summary>
internal sealed class ListPlans : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/plans", Audience.Tenant, "listPlans", Contract.Tag, "List the plans and add-ons that are offered")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "Plans and add-ons with their prices.", typeof(CatalogueBody))],
    };

    public static async Task<IResult> Handle(Call call) => Call.Answer(
        await Contract.Catalogue(call).Read(), CatalogueBody.Of, ApiJson.Wire.CatalogueBody);
}
