using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sessions;

/// <summary>Ends one of the user's sessions; the next request with it fails.</summary>
internal sealed class EndSession : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/sessions/{session}", Audience.User, "endSession", LogIn.Tag, "End one of one's sessions")
    {
        Outcomes = [new(204, "The session is over.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await OwnSessions.End(call, call.Segment("session")) ? Call.NoContent : Problem.NotFound;
}
