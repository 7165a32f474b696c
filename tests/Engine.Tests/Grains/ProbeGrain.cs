using Actors.Engine.Tests.Harness;

namespace Actors.Engine.Tests.Grains;

public sealed class ProbeGrain : Grain, IProbeGrain
{
    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());

    public Task Nothing() => Task.CompletedTask;

    public Task<int> Add(int left, int right) => Task.FromResult(left + right);

    public async ValueTask<int> AddLater(int left, int right)
    {
        await Task.Yield();
        return left + right;
    }

    public ValueTask Quiet() => ValueTask.CompletedTask;

    public Task Fail(string message, bool atOnce) =>
        atOnce ? throw new InvalidOperationException(message) : FailLater(message);

    public async Task<int> CountAfterGate(List<int> numbers, string gate)
    {
        await Gate.Of(gate).Pass();
        return numbers.Count;
    }

    public Task Wait(string gate) => Gate.Of(gate).Pass();

    public async Task Tell(string journal, string gate)
    {
        await Gate.Of(gate).Pass();
        Journal.Of(journal).Write("told");
    }

    public async Task<bool> WaitForCancellation(string gate, CancellationToken cancelled)
    {
        var seen = new TaskCompletionSource();
        using var registration = cancelled.Register(() => seen.TrySetResult());
        _ = Gate.Of(gate).Pass();
        await seen.Task;
        Journal.Of(gate).Write("cancelled");
        return true;
    }

    public async Task<int> Relay(List<string> path)
    {
        if (path.Count == 0)
            return 0;
        var next = GrainFactory.GetGrain<IProbeGrain>(path[0]).Relay(path[1..]);
        Journal.Of(this.GetPrimaryKeyString()).Write("calling");
        return 1 + await next;
    }

    public Task<int> Stamped(string journal, int value)
    {
        Journal.Of(journal).Write("inside");
        return Task.FromResult(value);
    }

    public async Task<string?> Trace(int depth) => depth == 0
        ? RequestContext.Get("trace") as string
        : await GrainFactory.GetGrain<IProbeGrain>($"{this.GetPrimaryKeyString()}/{depth}").Trace(depth - 1);

    public Task<IProbeGrain> Self() => Task.FromResult(this.AsReference<IProbeGrain>());

    public Task<string> KeyOf(IProbeGrain other) => other.Key();

    private static async Task FailLater(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }
}
