using Actors.Api.Access;
using Actors.Api.Admin;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Health;

/// <summary>Tells whether requests are welcome: grains answer, the store takes writes.</summary>
internal sealed class GetReadiness : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/readyz", Audience.Public, "getReadiness", "Health", "Ask whether requests are welcome")
    {
        Outcomes = [new(200, "They are.", typeof(HealthBody))],
        Problems = [ProblemTypes.NotReady],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var faults = new List<PlaceError>();
        await Ask("grains", async () =>
        {
            await AdminPath.Platform(call).Settings();
            return null;
        });
        foreach (var readiness in call.Gateway.Readiness)
            await Ask(readiness.Name, () => readiness.Check(call.Aborted).AsTask());
        return faults.Count == 0
            ? Call.Ok(new HealthBody("ready"), ApiJson.Wire.HealthBody)
            : new Problem(ProblemTypes.NotReady, ProblemTypes.NotReady.Meaning)
            { Errors = faults, RetryAfterSeconds = 5 };

        async Task Ask(string name, Func<Task<string?>> question)
        {
            try
            {
                var answer = question();
                await answer.WaitAsync(call.Gateway.Options.ReadinessTimeout, call.Gateway.Time, call.Aborted);
                if (await answer is { } fault)
                    faults.Add(new PlaceError(name, fault));
            }
            catch (Exception fault) when (!call.Aborted.IsCancellationRequested)
            {
                faults.Add(new PlaceError(name, fault is TimeoutException ? "No answer in time." : "Asking failed."));
            }
        }
    }
}
