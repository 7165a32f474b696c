using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Messages;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Held;

/// <summary>Ends them without sending.</summary>
internal sealed class DropHeld : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/held/drop", Audience.Operator, "dropHeld", AdminPath.Tag, "Drop held messages")
    {
        Description = "Ends them without sending. " + HeldDeciding.Description,
        Request = typeof(DecisionRequest),
        Outcomes = [new(200, "Decided.", typeof(DecisionBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.MessageEnded, ProblemTypes.NotHeld, ProblemTypes.MalformedJson,
            ProblemTypes.InvalidField,
        ],
        Examples = [new("all", "All that was held for one reason", """{"reason": "uncertain"}""", 200)],
    };

    public static Task<IResult> Handle(Call call) => HeldDeciding.Decide(call, MessageCommand.Drop);
}
