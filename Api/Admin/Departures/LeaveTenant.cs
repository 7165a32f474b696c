using Actors.Api.Access;
using Actors.Api.Departures;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Departures;

/// <summary>Gives notice that the tenant leaves.</summary>
internal sealed class LeaveTenant : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/leave", Audience.Operator, "leaveTenant", AdminPath.Tag,
        "Give notice that the tenant leaves")
    {
        Description =
            "From then until the end everything works as before, and the notice can be taken back. It ends with " +
            "the month after this one, in UTC; then the tenant is closed, its keys, logins and secrets are erased " +
            "at once and everything else soon after. Its id is not used again. Repeating it moves nothing.",
        Outcomes = Leaving.Outcomes,
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await Leaving.Leave(call, tenant.Id)
        : Problem.NotFound;
}
