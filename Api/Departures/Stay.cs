using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Departures;

/// <summary>Takes the notice back.</summary>
internal sealed class Stay : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/tenant/stay", Audience.Tenant, "stayAsTenant", "Tenant", "Take the notice back")
    {
        Scope = Scopes.BillingManage,
        Description =
            "Possible until it ends.",
        Outcomes = Leaving.Outcomes,
        Problems = [ProblemTypes.Conflict],
    };

    public static Task<IResult> Handle(Call call) => Leaving.Stay(call, call.Tenant);
}
