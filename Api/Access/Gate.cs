using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Platform;

namespace Actors.Api.Access;

/// <summary>Finds out whose key a request carries, before anything else of it is read.</summary>
/// <remarks>Nothing is remembered between requests, so a revoked key fails with the next one.</remarks>
internal sealed class Gate(IGrainFactory grains, RateLimits limits)
{
    private const string OperatorBucket = "operator";

    /// <returns>Null when the call may go on, with its tenant set where the audience is a tenant.</returns>
    public async ValueTask<Problem?> Admit(Call call, Audience audience)
    {
        if (audience == Audience.Public)
            return null;
        if (!BearerKey.TryRead(call.Http.Request.Headers.Authorization, out var key))
            return Problem.Unauthorized;
        var hash = Secret.Hash(key);
        if (audience == Audience.Operator)
        {
            var platform = grains.GetGrain<IPlatformGrain>(PlatformKey.Value);
            return await platform.IsOperatorKey(hash)
                ? limits.Take(OperatorBucket, call.Http.Response)
                : Problem.Unauthorized;
        }

        if (await grains.GetGrain<IApiKeyGrain>(hash).Owner() is not { } owner)
            return Problem.Unauthorized;
        call.Tenant = owner.Tenant;
        return limits.Take(hash, call.Http.Response);
    }
}
