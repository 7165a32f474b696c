using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sessions;

/// <summary>Shows who is logged in.</summary>
internal sealed class GetSession : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/session", Audience.User, "getSession", LogIn.Tag, "Get who is logged in")
    {
        Outcomes = [new(200, "The user.", typeof(LoggedInBody))],
    };

    public static Task<IResult> Handle(Call call) => Task.FromResult<IResult>(Call.Ok(
        LoggedInBody.Of(call.Tenant.Value, call.Caller.Access!), ApiJson.Wire.LoggedInBody));
}
