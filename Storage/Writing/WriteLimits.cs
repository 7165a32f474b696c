namespace Actors.Storage.Writing;

/// <summary>What waits and what one commit takes.</summary>
public static class WriteLimits
{
    /// <summary>Writes that are prepared, queued or being committed; further ones wait before they take
    /// memory.</summary>
    public const int InFlightMax = 8_192;

    /// <summary>Writes in one transaction: about 20 ms of work, which the first of them waits for.</summary>
    public const int BatchWritesMax = 1_024;

    /// <summary>Bytes in one transaction, as the writes count themselves. A larger write goes alone.</summary>
    public const int BatchBytesMax = 8 * 1024 * 1024;

    /// <summary>After a full disk, the time between two writes that are let through to try it.</summary>
    public static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(1);

    /// <summary>How long the writer lets those it has just answered come back with their next write, so that twenty
    /// clients share one fsync instead of two or three. Much less than an fsync takes.</summary>
    public static readonly TimeSpan GatherTime = TimeSpan.FromMicroseconds(200);

    /// <summary>Real milliseconds without work after which the writer does its housekeeping.</summary>
    public const int IdleMilliseconds = 50;
}
