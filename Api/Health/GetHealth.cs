using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Health;

/// <summary>Tells that the process lives, and nothing else: a supervisor restarts what does not answer.</summary>
internal sealed class GetHealth : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/healthz", Audience.Public, "getHealth", "Health", "Ask whether the process lives")
    {
        Outcomes = [new(200, "It does.", typeof(HealthBody))],
    };

    public static Task<IResult> Handle(Call call) =>
        Task.FromResult<IResult>(Call.Ok(new HealthBody("ok"), ApiJson.Wire.HealthBody));
}

internal sealed record HealthBody(string Status);
