using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Routes;

/// <summary>Lets a domain's mail go by MX again.</summary>
internal sealed class RemoveRoute : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/admin/routes/{domain}", Audience.Operator, "removeRoute", AdminPath.Tag, "Remove a static route")
    {
        Outcomes = [new(204, "Removed.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        SetRoute.TryReadDomain(call.Segment("domain"), out var domain)
        && await AdminPath.Platform(call).RemoveRoute(domain)
            ? Call.NoContent
            : Problem.NotFound;
}
