using System.Collections.Concurrent;
using System.Globalization;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Access;

/// <summary>One bucket for each key. Only keys that exist get one, so strangers fill no memory.</summary>
internal sealed class RateLimits(ApiOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TokenBucket> buckets = new(StringComparer.Ordinal);
    private readonly string limit = options.RequestsBurst.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes one request from the key's bucket and tells the client in headers what is left.</summary>
    /// <returns>Null when the request may go on.</returns>
    public Problem? Take(string key, HttpResponse response)
    {
        var now = time.GetTimestamp() / (double)time.TimestampFrequency;
        var bucket = buckets.TryGetValue(key, out var known)
            ? known
            : buckets.GetOrAdd(key, _ => new TokenBucket(options.RequestsPerSecond, options.RequestsBurst, now));
        var state = bucket.Take(now);
        var headers = response.Headers;
        // Beside the names of the IETF draft those that most clients know.
        headers["RateLimit-Limit"] = headers["X-RateLimit-Limit"] = limit;
        headers["RateLimit-Remaining"] = headers["X-RateLimit-Remaining"] =
            state.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = headers["X-RateLimit-Reset"] =
            state.ResetSeconds.ToString(CultureInfo.InvariantCulture);
        return state.Admitted
            ? null
            : new Problem(ProblemTypes.RateLimited, $"The key's burst of {limit} requests is used up.")
            { RetryAfterSeconds = state.RetryAfterSeconds };
    }
}
