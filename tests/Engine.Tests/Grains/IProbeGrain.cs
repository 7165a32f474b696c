namespace Actors.Engine.Tests.Grains;

/// <summary>Does what a test tells it.</summary>
public interface IProbeGrain : IGrainWithStringKey
{
    Task<string> Key();

    Task Nothing();

    Task<int> Add(int left, int right);

    ValueTask<int> AddLater(int left, int right);

    ValueTask Quiet();

    Task Fail(string message, bool atOnce);

    Task<int> CountAfterGate(List<int> numbers, string gate);

#if ORLEANS
    [ResponseTimeout("00:00:08")]
#endif
    Task Wait(string gate);

    [OneWay]
    Task Tell(string journal, string gate);

    Task<bool> WaitForCancellation(string gate, CancellationToken cancelled);

#if ORLEANS
    [ResponseTimeout("00:00:08")]
#endif
    Task<int> Relay(List<string> path);

    Task<int> Stamped(string journal, int value);

    Task<string?> Trace(int depth);

    Task<IProbeGrain> Self();

    Task<string> KeyOf(IProbeGrain other);
}
