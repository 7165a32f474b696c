using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Departures;

/// <summary>Gives notice that the tenant leaves.</summary>
internal sealed class Leave : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/tenant/leave", Audience.Tenant, "leaveAsTenant", "Tenant", "Give notice that the tenant leaves")
    {
        Scope = Scopes.BillingManage,
        Description =
            "From then until the end everything works as before, and the notice can be taken back. It ends with " +
            "the month after this one, in UTC; then the tenant is closed, its keys, logins and secrets are erased " +
            "at once and everything else soon after. Its id is not used again. Repeating it moves nothing.",
        Outcomes = Leaving.Outcomes,
        Problems = [ProblemTypes.Conflict],
    };

    public static Task<IResult> Handle(Call call) => Leaving.Leave(call, call.Tenant);
}
