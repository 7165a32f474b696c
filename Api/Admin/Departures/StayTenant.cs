using Actors.Api.Access;
using Actors.Api.Departures;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Departures;

/// <summary>Takes the notice back.</summary>
internal sealed class StayTenant : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/stay", Audience.Operator, "stayTenant", AdminPath.Tag,
        "Take the notice back")
    {
        Description =
            "Possible until it ends.",
        Outcomes = Leaving.Outcomes,
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await Leaving.Stay(call, tenant.Id)
        : Problem.NotFound;
}
