using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sessions;

/// <summary>Shows where the user is logged in.</summary>
internal sealed class ListSessions : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/sessions", Audience.User, "listSessions", LogIn.Tag, "List one's sessions")
    {
        Outcomes = [new(200, "All of them.", typeof(Page<SessionBody>))],
    };

    public static async Task<IResult> Handle(Call call) => Call.Ok(
        new Page<SessionBody>(
            [.. (await OwnSessions.List(call)).Select(view => SessionBody.Of(view, call))], false, null),
        ApiJson.Wire.PageSessionBody);
}
