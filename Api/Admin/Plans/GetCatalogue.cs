using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Plans;

/// <summary>Shows what is offered, with its version.</summary>
internal sealed class GetCatalogue : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/plans", Audience.Operator, "getCatalogue", AdminPath.Tag, "Get the plans and add-ons")
    {
        Outcomes = [new(200, "Plans and add-ons; the ETag is of all of them.", typeof(CatalogueBody))],
    };

    public static async Task<IResult> Handle(Call call) => Call.Answer(
        await Contract.Catalogue(call).Read(), CatalogueBody.Of, ApiJson.Wire.CatalogueBody);
}
