using System.Collections.Concurrent;
using Actors.Engine.Tests.Harness;

namespace Actors.Engine.Tests.Grains;

public interface ILifeGrain : IGrainWithStringKey
{
    Task<int> Instance();

    Task Leave();

    Task LeaveAfter(string gate);

    Task Keep(TimeSpan time);
}

/// <summary>Writes its life down.</summary>
public sealed class LifeGrain : Grain, ILifeGrain
{
    private static int instances;
    private readonly int instance = Interlocked.Increment(ref instances);

    public LifeGrain() => Write("constructed");

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Write("activated");
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Write($"deactivated {reason.ReasonCode}");
        return Task.CompletedTask;
    }

    public Task<int> Instance()
    {
        Write("called");
        return Task.FromResult(instance);
    }

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task LeaveAfter(string gate)
    {
        DeactivateOnIdle();
        await Gate.Of(gate).Pass();
        Write("left");
    }

    public Task Keep(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }

    private void Write(string line) => Journal.Of(this.GetPrimaryKeyString()).Write(line);
}

public interface IFickleGrain : IGrainWithStringKey
{
    Task<int> Use(bool linger);
}

/// <summary>Goes after every call, and would notice if there were two of it.</summary>
public sealed class FickleGrain : Grain, IFickleGrain
{
    private static readonly ConcurrentDictionary<string, int> Alive = new();
    private int uses;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (Alive.AddOrUpdate(this.GetPrimaryKeyString(), 1, static (_, n) => n + 1) != 1)
            throw new InvalidOperationException("two activations at once");
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Alive.AddOrUpdate(this.GetPrimaryKeyString(), 0, static (_, n) => n - 1);
    }

    public async Task<int> Use(bool linger)
    {
        if (++uses != 1)
            throw new InvalidOperationException("used after it was told to go");
        if (linger)
            await Task.Yield();
        DeactivateOnIdle();
        return uses;
    }
}

public interface IReluctantGrain : IGrainWithStringKey
{
    Task<int> Attempts();
}

/// <summary>Fails its first activation.</summary>
public sealed class ReluctantGrain : Grain, IReluctantGrain
{
    private static readonly ConcurrentDictionary<string, int> Tries = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        Tries.AddOrUpdate(this.GetPrimaryKeyString(), 1, static (_, n) => n + 1) == 1
            ? throw new InvalidOperationException("not yet")
            : Task.CompletedTask;

    public Task<int> Attempts() => Task.FromResult(Tries[this.GetPrimaryKeyString()]);
}
