using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Messages;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Repeats;
using Actors.Grains.Submissions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Repeats;

/// <summary>Carries a request with an idempotency key out once, and gives its answer again to those who repeat
/// it.</summary>
internal sealed class Repeating(TimeProvider time)
{
    /// <summary>Octets of a request: as many as the endpoint with the largest takes.</summary>
    public const int BodyBytesMax = 1024 * 1024;

    private const int SecondsADay = 24 * 60 * 60;

    private const int SeedLength = 16;

    private static readonly Problem InProgress = Problem.Of(Refusal.Of(
        RefusalCode.IdempotencyInProgress, "The first request with this idempotency key is still in progress."));

    private static readonly Problem Reused = Problem.Of(Refusal.Of(
        RefusalCode.IdempotencyKeyReused, "This idempotency key was used with another request."));

    /// <summary>One for each tenant that has used keys.</summary>
    private readonly ConcurrentDictionary<TenantId, TokenBucket> buckets = new();

    public async Task<IResult> Run(Call call, Func<Call, Task<IResult>> handle)
    {
        if (IdempotencyKey.Read(call.Http.Request, out var key) is { } noKey)
            return noKey;
        if (key is null)
            return await handle(call);
        var (tenant, credential) = call.Credential;
        if (Take(tenant) is { } tooMany)
            return tooMany;
        if (await Fingerprint(call.Http) is not { } fingerprint)
            return RequestBody.TooLarge(BodyBytesMax);
        var grain = call.Grains.GetGrain<IRepeatGrain>(RepeatKey.Of(tenant, credential, key));
        return await grain.Begin(fingerprint, call.Gateway.NewSeed(SeedLength)) switch
        {
            RepeatTurn.Answered answered => new Recording(answered.Answer, isReplay: true),
            RepeatTurn.InProgress => InProgress,
            RepeatTurn.Reused => Reused,
            RepeatTurn.Run run => await Run(call, handle, grain, run),
            var other => throw new InvalidOperationException($"unknown turn {other.GetType().Name}"),
        };
    }

    /// <summary>To its end, whether the client waits or not: it may ask again.</summary>
    private static async Task<IResult> Run(
        Call call, Func<Call, Task<IResult>> handle, IRepeatGrain grain, RepeatTurn.Run run)
    {
        var aborted = call.Http.RequestAborted;
        call.Http.RequestAborted = CancellationToken.None;
        call.Ids = new RepeatedIds(run.At, run.Seed);
        try
        {
            var recording = await Recording.Of(await handle(call), call.Http);
            await Tell(grain, run.Number, recording);
            return recording;
        }
        catch
        {
            _ = grain.Abandon(run.Number); // nobody waits: were it lost, its time ends all the same
            throw;
        }
        finally
        {
            call.Http.RequestAborted = aborted;
        }
    }

    /// <summary>Where that cannot be stored, the answer is given all the same: it is true.</summary>
    private static async Task Tell(IRepeatGrain grain, long number, Recording recording)
    {
        try
        {
            if (!recording.IsSuccess)
                await grain.End(number, null);
            else if (Encoding.UTF8.GetByteCount(recording.Answer.Body) <= RepeatLimits.AnswerBytesMax)
                await grain.End(number, recording.Answer);
            else
                await grain.Abandon(number);
        }
        catch (Exception fault) when (fault is StoreUnavailableException or TimeoutException)
        {
            // A repeat is carried out again, with the same ids.
        }
    }

    /// <returns>Null when the body is too large.</returns>
    private static async Task<string?> Fingerprint(HttpContext http)
    {
        var request = http.Request;
        using var body = await RequestBody.Read(http, BodyBytesMax);
        if (body is null)
            return null;
        var bytes = body.Bytes.ToArray();
        request.Body = new MemoryStream(bytes, writable: false); // for the endpoint
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(
            $"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <returns>Null when one more of the tenant's may be remembered.</returns>
    internal Problem? Take(TenantId tenant)
    {
        const double Rate = (double)RepeatLimits.RequestsADayMax / SecondsADay;
        var now = time.GetTimestamp() / (double)time.TimestampFrequency;
        var state = buckets.GetOrAdd(tenant, _ => new TokenBucket(Rate, RepeatLimits.RequestsADayMax, now)).Take(now);
        return state.Admitted
            ? null
            : new Problem(
                ProblemTypes.TooManyAttempts,
                $"A tenant's {RepeatLimits.RequestsADayMax} requests a day with an idempotency key are used up.")
            { RetryAfterSeconds = state.RetryAfterSeconds };
    }
}
