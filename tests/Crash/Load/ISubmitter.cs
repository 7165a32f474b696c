using Actors.Crash.Journals;
using Actors.Crash.Processes;

namespace Actors.Crash.Load;

/// <summary>One way into the server.</summary>
public interface ISubmitter
{
    /// <summary>How many submissions go in one request.</summary>
    int Together { get; }

    /// <summary>A new life of the server: connections to the one before are dead.</summary>
    void Meet(Announcement server);

    /// <summary>Never throws: whatever happens is an answer, one for each submission.</summary>
    Task<IReadOnlyList<Answer>> Submit(IReadOnlyList<Submission> work);
}
