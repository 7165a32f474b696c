using Actors.Api.Problems;
using Actors.Grains.Submissions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Reads the header Idempotency-Key.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <param name="key">Null where the client gave none.</param>
    /// <returns>Null when it may be used.</returns>
    public static Problem? Read(HttpRequest request, out string? key)
    {
        var values = request.Headers[Header];
        key = values.Count == 0 ? null : values[0];
        return values.Count switch
        {
            0 => null,
            1 when IsKey(key) => null,
            1 => Problem.Header(Header, "invalid_key", "An idempotency key has 1 to 256 printable ASCII characters."),
            _ => Problem.Header(Header, "duplicate", "There may be one idempotency key."),
        };
    }

    private static bool IsKey(string? key) =>
        key is { Length: > 0 and <= SubmissionLimits.IdempotencyKeyLengthMax }
        && !key.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
