using Actors.Grains.Ports;

namespace Actors.Grains.Repeats;

[GenerateSerializer, Alias("repeat-state")]
public sealed record RepeatState : IDue
{
    [Id(0)] public DateTimeOffset BegunAt { get; init; }

    /// <summary>A <see cref="RepeatContent"/>; null where there is none.</summary>
    [Id(1)] public string? Sealed { get; init; }

    /// <summary>When all is forgotten.</summary>
    public DateTimeOffset? DueAt => Sealed is null ? null : BegunAt + RepeatLimits.Retention;
}

/// <summary>What nobody reads in a copy of the database: a request may have a password, an answer a new
/// key.</summary>
/// <param name="Answer">Null until the request has been answered.</param>
public sealed record RepeatContent(string Fingerprint, string Seed, RepeatedAnswer? Answer);
