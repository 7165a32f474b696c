namespace Actors.Grains.Repeats;

/// <summary>What becomes of a request with an idempotency key: a closed set.</summary>
[GenerateSerializer, Immutable, Alias("repeat-turn")]
public abstract record RepeatTurn
{
    private RepeatTurn() { }

    /// <summary>It is to be carried out: nobody was before it, or what became of it is unknown.</summary>
    /// <param name="Number">To tell its end by.</param>
    /// <param name="At">When the first request with the key began.</param>
    /// <param name="Seed">Of that request: what it names is named so again.</param>
    [GenerateSerializer, Immutable, Alias("repeat-turn-run")]
    public sealed record Run(long Number, DateTimeOffset At, string Seed) : RepeatTurn;

    /// <summary>It has been answered.</summary>
    [GenerateSerializer, Immutable, Alias("repeat-turn-answered")]
    public sealed record Answered(RepeatedAnswer Answer) : RepeatTurn;

    /// <summary>The first is still being carried out.</summary>
    [GenerateSerializer, Immutable, Alias("repeat-turn-in-progress")]
    public sealed record InProgress : RepeatTurn;

    /// <summary>The key was used with another request.</summary>
    [GenerateSerializer, Immutable, Alias("repeat-turn-reused")]
    public sealed record Reused : RepeatTurn;
}

/// <summary>An answer over HTTP, as it is given again.</summary>
/// <param name="ContentType">Null where there is no body.</param>
/// <param name="Location">Null for none, as the next two.</param>
/// <param name="Body">Text; empty for none.</param>
[GenerateSerializer, Immutable, Alias("repeated-answer")]
public sealed record RepeatedAnswer(
    int Status, string? ContentType, string? Location, string? Etag, string? CacheControl, string Body);
