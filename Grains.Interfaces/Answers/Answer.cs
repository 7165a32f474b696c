using Actors.Grains.Submissions;

namespace Actors.Grains.Answers;

/// <summary>What a command on a setting leads to: the thing as it now is, or an expected no.</summary>
/// <param name="Value">Null when refused.</param>
/// <param name="Etag">The version the value has, for the next <c>If-Match</c>; null when refused or when it has
/// none.</param>
[GenerateSerializer, Immutable, Alias("answer`1")]
public sealed record Answer<T>(T? Value, Refusal? Refusal, string? Etag)
    where T : class
{
    /// <summary>The command made it; else it was there, or nothing was asked to be made.</summary>
    [Id(3)] public bool IsNew { get; init; }

    public static implicit operator Answer<T>(Refusal refusal) => new(null, refusal, null);
}

public static class Answer
{
    public static Answer<T> Of<T>(T value, string? etag = null)
        where T : class => new(value, null, etag);

    /// <summary>The same for what does not exist and for what is not the caller's.</summary>
    public static Refusal NotFound { get; } =
        Refusal.Of(RefusalCode.NotFound, "There is no such thing, or it is not this key's to see.");

    /// <param name="ifMatch">The version the client has seen; null where it does not ask.</param>
    /// <param name="etag">The version stored.</param>
    /// <returns>Null when the command may go on (RFC 9110 §13.1.1).</returns>
    public static Refusal? Stale(string? ifMatch, string? etag) => ifMatch is null || ifMatch == etag
        ? null
        : Refusal.Of(
            RefusalCode.PreconditionFailed, "It was changed meanwhile: read it again, then repeat the change.");
}
