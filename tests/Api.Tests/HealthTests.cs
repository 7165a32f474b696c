using Actors.Api.Tests.Harness;
using Microsoft.Extensions.Options;

namespace Actors.Api.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task the_process_lives_and_is_ready_while_all_works()
    {
        await using var gateway = await TestGateway.Start();
        (await gateway.Stranger.Get("/healthz").Status(200)).Text("status").ShouldBe("ok");
        (await gateway.Stranger.Get("/readyz").Status(200)).Text("status").ShouldBe("ready");
    }

    [Fact]
    public async Task what_does_not_work_is_named_and_the_process_lives_on()
    {
        await using var gateway = await TestGateway.Start();
        gateway.Readiness.Fault = "The disk is full.";
        var refused = await gateway.Stranger.Get("/readyz").Problem(503, "not_ready");
        refused.Places.ShouldBe(["store"]);
        refused.Header("Retry-After").ShouldBe("5");
        await gateway.Stranger.Get("/healthz").Status(200);
        gateway.Readiness.Fault = null;
        await gateway.Stranger.Get("/readyz").Status(200);
    }

    [Fact]
    public void options_out_of_range_are_told_all_at_once()
    {
        var faults = new ApiOptionsValidator().Validate(null, new ApiOptions
        {
            BodyBytesMax = 1, BatchConcurrency = 0, RequestsPerSecond = 5_000, ReadinessTimeout = TimeSpan.Zero,
        }).Failures!;
        faults.Count().ShouldBe(4);
        faults.ShouldContain("Api:RequestsBurst is 2000; it has to be 5000 to 10000000.");
        new ApiOptionsValidator().Validate(null, new ApiOptions()).ShouldBe(ValidateOptionsResult.Success);
    }
}
