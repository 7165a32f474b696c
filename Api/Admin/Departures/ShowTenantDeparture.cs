using Actors.Api.Access;
using Actors.Api.Departures;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Departures;

/// <summary>Shows whether the tenant leaves, and when.</summary>
internal sealed class ShowTenantDeparture : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/departure", Audience.Operator, "getTenantDeparture", AdminPath.Tag,
        "Get whether the tenant leaves")
    {
        Outcomes = Leaving.Outcomes,
        Problems = [ProblemTypes.NotFound],
    };

    /// <summary>Also of a tenant that has left, which is not found anywhere else.</summary>
    public static async Task<IResult> Handle(Call call) => TenantId.TryParse(call.Segment("tenant"), out var tenant)
        && (await AdminPath.Tenant(call) is not null || await Leaving.HasLeft(call, tenant))
        ? await Leaving.Show(call, tenant)
        : Problem.NotFound;
}
