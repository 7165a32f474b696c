using Actors.Grains.Alarms;

namespace Actors.Grains.Repeats;

/// <summary>What a client asks under one idempotency key: carried out once, and answered the same again for a
/// day.</summary>
/// <remarks>Key: <see cref="RepeatKey"/>.</remarks>
[Alias("repeat")]
public interface IRepeatGrain : IAlarmed
{
    /// <param name="fingerprint">The same for the same request alone.</param>
    /// <param name="seed">Of ids, where this request is the first.</param>
    /// <returns>Durable where it is a <see cref="RepeatTurn.Run"/>; its end is to be told.</returns>
    Task<RepeatTurn> Begin(string fingerprint, string seed);

    /// <param name="number">Of <see cref="RepeatTurn.Run"/>; one that another has followed changes nothing.</param>
    /// <param name="answer">Null where the request was refused: its key is free again.</param>
    Task End(long number, RepeatedAnswer? answer);

    /// <summary>Nobody knows what became of it: the next with the same key and request is carried out with the same
    /// ids.</summary>
    Task Abandon(long number);
}
