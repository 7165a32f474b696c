using Actors.Engine.Tests.Harness;

namespace Actors.Engine.Tests.Grains;

public interface ITurnGrain : IGrainWithStringKey
{
    Task<int> Bump();

    Task Wait(string gate);

    [ReadOnly]
    Task Read(string gate);

    [AlwaysInterleave]
    Task<int> Peek();

    Task<bool> StaysInside();
}

/// <summary>Counts how many of its methods run at the same moment, which must never be two.</summary>
public class TurnGrain : Grain, ITurnGrain
{
    private int inside;
    private int count;

    public async Task<int> Bump()
    {
        for (var i = 0; i < 3; i++)
        {
            Enter();
            await Task.Yield();
        }

        return ++count;
    }

    public Task Wait(string gate) => Gate.Of(gate).Pass();

    public Task Read(string gate) => Gate.Of(gate).Pass();

    public Task<int> Peek() => Task.FromResult(count);

    public async Task<bool> StaysInside()
    {
        var before = TaskScheduler.Current;
        await Task.Yield();
        var started = await Task.Factory.StartNew(
            () => TaskScheduler.Current, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current);
        return before != TaskScheduler.Default && before == TaskScheduler.Current && before == started;
    }

    private void Enter()
    {
        if (Interlocked.Increment(ref inside) != 1)
            throw new InvalidOperationException("two turns at once");
        Thread.SpinWait(50);
        Interlocked.Decrement(ref inside);
    }
}

public interface IReentrantGrain : IGrainWithStringKey
{
    Task Wait(string gate);

    Task<int> CallMyself(int depth);
}

[Reentrant]
public sealed class ReentrantGrain : Grain, IReentrantGrain
{
    public Task Wait(string gate) => Gate.Of(gate).Pass();

    public async Task<int> CallMyself(int depth) => depth == 0
        ? 0
        : 1 + await this.AsReference<IReentrantGrain>().CallMyself(depth - 1);
}

public interface IWorkerGrain : IGrainWithStringKey
{
    Task Work(string gate);
}

[StatelessWorker(3)]
public sealed class WorkerGrain : Grain, IWorkerGrain
{
    public Task Work(string gate) => Gate.Of(gate).Pass();
}
