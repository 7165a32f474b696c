using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Thresholds;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Health;

/// <summary>Ends the block of a tenant's accounts for what they did together.</summary>
internal sealed class LiftTenantBlock : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/lift", Audience.Operator, "liftTenantBlock", AdminPath.Tag,
        "Lift the block of all of a tenant's SMTP accounts")
    {
        Description = Lifting.Description + " An account that is blocked for its own rates as well stays so.",
        Request = typeof(LiftRequest),
        Outcomes = [new(200, "Lifted.", typeof(RatesBody))],
        Problems =
            [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("note", "With a note", Lifting.Example, 409)],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is var (id, _, _)
        ? await Lifting.Lift(call, id, account: null)
        : Problem.NotFound;
}
