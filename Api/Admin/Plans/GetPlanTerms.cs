using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Plans;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Plans;

/// <summary>Shows the figures of a plan.</summary>
internal sealed class GetPlanTerms : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/plans/{plan}", Audience.Operator, "getPlanTerms", AdminPath.Tag, "Get a plan")
    {
        Outcomes = [new(200, "The plan.", typeof(PlanBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => PlanWords.TryParse(call.Segment("plan"), out PlanName plan)
        ? Call.Answer(
            await Contract.Catalogue(call).Read(), all => PlanBody.Of(plan, all.Of(plan)), ApiJson.Wire.PlanBody)
        : Problem.NotFound;
}
