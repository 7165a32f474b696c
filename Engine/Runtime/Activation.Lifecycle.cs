using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Actors.Engine.Runtime;

/// <content>From the first call to the last.</content>
internal sealed partial class Activation
{
    private volatile Phase phase;
    private DeactivationReason? deactivation;
    private List<IGrainTimer>? timers;
    private List<IStorage>? states;
    private AsyncServiceScope? scope;
    private TaskCompletionSource? deactivated;

    private enum Phase : byte
    {
        New,
        Activating,
        Active,
        Deactivating,
        Gone,
    }

    public Grain? Instance { get; private set; }

    /// <summary>Timestamp of the last use.</summary>
    public long LastUsed { get; private set; }

    /// <summary>Timestamp until which the activation is not idle; 0 when nobody asked.</summary>
    public long KeepUntil { get; private set; }

    public bool IsGone => phase == Phase.Gone;

    public bool IsIdle => phase == Phase.Active && gate.IsIdle && waiting.IsEmpty;

    object? IGrainContext.GrainInstance => Instance;

    public IServiceProvider ActivationServices => (scope ??= Engine.ServiceProvider.CreateAsyncScope()).ServiceProvider;

    public Task Deactivated
    {
        get
        {
            var made = deactivated ?? Interlocked.CompareExchange(
                ref deactivated, new(TaskCreationOptions.RunContinuationsAsynchronously), null) ?? deactivated;
            if (IsGone)
                made.TrySetResult();
            return made.Task;
        }
    }

    public void Touch(long timestamp) => LastUsed = timestamp;

    public void DelayDeactivation(TimeSpan by) => KeepUntil = by switch
    {
        { Ticks: long.MaxValue } => long.MaxValue,
        _ when by == Timeout.InfiniteTimeSpan => long.MaxValue,
        { Ticks: <= 0 } => 0,
        _ => Engine.Time.GetTimestamp() + Engine.ToTimestamp(by),
    };

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (ReferenceEquals(Current, this))
            RequestDeactivation(deactivationReason);
        else
            Enqueue(new Deactivation(deactivationReason));
    }

    /// <summary>Inside a turn: goes once the running requests are over.</summary>
    public void RequestDeactivation(DeactivationReason reason)
    {
        if (phase >= Phase.Deactivating || deactivation is not null)
            return;
        if (phase == Phase.New)
        {
            Leave();
            return;
        }

        deactivation = reason;
        if (!pumping)
            Pump();
    }

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, callback, options);
        (timers ??= []).Add(timer);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    public void Forget(IGrainTimer timer) => timers?.Remove(timer);

    public IPersistentState<T> AddState<T>(string name, IGrainStorage storage)
    {
        var state = new PersistentState<T>(name, GrainId, storage);
        (states ??= []).Add(state);
        return state;
    }

    private void BeginActivation()
    {
        phase = Phase.Activating;
        _ = Activate();
    }

    [SuppressMessage("Design", "CA1031", Justification = "whatever fails here is told to every waiting caller")]
    private async Task Activate()
    {
        try
        {
            Instance = Class.Construct(this);
            foreach (var state in states ?? [])
                await state.ReadStateAsync();
            if (Class.OverridesOnActivate)
            {
                using var limit = new TimeLimit(Engine.Time, Engine.Collection.ActivationTimeout);
                await limit.Watch(Instance.OnActivateAsync(limit.Token));
            }
        }
        catch (Exception e)
        {
            await FailActivation(e);
            return;
        }

        phase = Phase.Active;
        if (!pumping)
            Pump();
    }

    private async Task FailActivation(Exception why)
    {
        Engine.Log.LogWarning(why, "Grain {Grain} could not be activated", GrainId);
        phase = Phase.Deactivating;
        await DisposeParts();
        Leave(why);
    }

    private void BeginDeactivation(DeactivationReason reason)
    {
        phase = Phase.Deactivating;
        _ = FinishDeactivation(reason);
    }

    [SuppressMessage("Design", "CA1031", Justification = "an activation goes, whatever its last words are")]
    private async Task FinishDeactivation(DeactivationReason reason)
    {
        if (Class.OverridesOnDeactivate)
        {
            try
            {
                using var limit = new TimeLimit(Engine.Time, Engine.Collection.DeactivationTimeout);
                await limit.WaitFor(Instance!.OnDeactivateAsync(reason, limit.Token));
            }
            catch (Exception e)
            {
                Engine.Log.LogError(e, "Grain {Grain}: OnDeactivateAsync failed ({Reason})", GrainId, reason);
            }
        }

        await DisposeParts();
        Leave();
    }

    [SuppressMessage("Design", "CA1031", Justification = "as above")]
    private async Task DisposeParts()
    {
        foreach (var timer in timers?.ToArray() ?? [])
            timer.Dispose();
        try
        {
            if (Instance is IAsyncDisposable later)
                await later.DisposeAsync();
            else
                (Instance as IDisposable)?.Dispose();
            if (scope is { } services)
                await services.DisposeAsync();
        }
        catch (Exception e)
        {
            Engine.Log.LogError(e, "Grain {Grain}: disposal failed", GrainId);
        }
    }

    /// <summary>Frees the place, then answers or sends on whoever still waits.</summary>
    private void Leave(Exception? failure = null)
    {
        phase = Phase.Gone;
        Class.Remove(this);
        Volatile.Read(ref deactivated)?.TrySetResult();
        while (waiting.TakeAny() is { } request)
        {
            if (failure is null)
                request.Reroute(Engine);
            else
                request.Drop(failure);
        }
    }
}
