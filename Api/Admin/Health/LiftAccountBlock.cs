using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Thresholds;
using Actors.Grains.Ids;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Health;

/// <summary>Ends the block of one account for its own rates.</summary>
internal sealed class LiftAccountBlock : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/smtp-accounts/{account}/lift", Audience.Operator, "liftAccountBlock",
        AdminPath.Tag, "Lift the block of an SMTP account")
    {
        Description = Lifting.Description,
        Request = typeof(LiftRequest),
        Outcomes = [new(200, "Lifted.", typeof(RatesBody))],
        Problems =
            [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("note", "With a note", Lifting.Example, 409)],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Account(call) is null
        ? Problem.NotFound
        : await Lifting.Lift(
            call, TenantId.Parse(call.Segment("tenant")), AccountId.Parse(call.Segment("account")));
}
