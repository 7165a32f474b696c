using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Platform;
using Actors.Grains.Queries;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Effects;

/// <summary>Has what failed for good tried again.</summary>
internal sealed class RetryFailedEffects : IEndpoint
{
    /// <summary>Effects made due in one request; the rest is told as has_more.</summary>
    private const int RoundMax = 1_000;

    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/failed-effects/retry", Audience.Operator, "retryFailedEffects", AdminPath.Tag,
        "Retry failed effects")
    {
        Description = "Has up to 1,000 of them, the oldest first, tried again within a minute, and then for four days "
            + "as if they were new; `has_more` tells to ask again.",
        Outcomes = [new(200, "They are due.", typeof(RetriedBody))],
        Problems = [ProblemTypes.StoreUnavailable],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var grain = call.Grains.GetGrain<IEffectQueryGrain>(PlatformKey.Value);
        var retried = await grain.RetryFailed(RoundMax);
        var left = await grain.ListFailed(0, 1);
        return Call.Ok(new RetriedBody(retried, left.Length > 0), ApiJson.Wire.RetriedBody);
    }
}

/// <param name="Retried">How many are due again.</param>
/// <param name="HasMore">Whether more have failed.</param>
internal sealed record RetriedBody(int Retried, bool HasMore);
