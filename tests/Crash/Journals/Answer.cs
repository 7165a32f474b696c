namespace Actors.Crash.Journals;

/// <summary>What a client was told: a closed set.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>2xx or 250: from here on it must not be lost.</summary>
    public sealed record Accepted(string Id, bool Replayed) : Answer;

    /// <summary>Refused in a way that says it is not there.</summary>
    public sealed record Refused(int Code, string Text) : Answer;

    /// <summary>The store refused: after a fault of the disk it may still be there after a restart.</summary>
    public sealed record Unavailable(int Code) : Answer;

    /// <summary>No answer, or one that leaves the outcome open.</summary>
    public sealed record Unknown(string Why) : Answer;
}
