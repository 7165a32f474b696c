using Microsoft.Extensions.Logging;

namespace Actors.Engine.Runtime;

/// <summary>One grain in memory: its mailbox, the turn that runs, and where its continuations come back to.</summary>
/// <remarks>
/// Anybody may <see cref="Enqueue"/>; all else happens inside a turn, which at most one thread runs at a time, so the
/// fields need no locks. As a SynchronizationContext it brings every await back into a turn.
/// </remarks>
internal sealed partial class Activation : SynchronizationContext, IGrainContext, IThreadPoolWorkItem
{
    private static readonly Action<object?> DrainTurns = static state => ((Activation)state!).Drain();

    private readonly ActivationScheduler scheduler;
    private Mailbox mailbox;
    private WorkItem? ready;
    private Gate gate;
    private WaitingRequests waiting;
    private int scheduled;
    private int load;
    private bool pumping;
    private bool served;

    public Activation(GrainClass grainClass, string key)
    {
        Class = grainClass;
        Key = key;
        scheduler = new ActivationScheduler(this);
        LastUsed = Engine.Time.GetTimestamp();
    }

    /// <summary>The activation whose turn runs on this thread; null outside of turns.</summary>
    public static new Activation? Current => SynchronizationContext.Current switch
    {
        Activation inTurn => inTurn,
        StartedTaskContext inTask => inTask.Activation,
        _ => null,
    };

    public GrainEngine Engine => Class.Engine;

    public GrainClass Class { get; }

    public string Key { get; }

    public GrainId GrainId => new(Class.GrainType, IdSpan.Create(Key));

    /// <summary>Calls on their way, waiting or under way; counted only for stateless workers.</summary>
    public int Load => Volatile.Read(ref load);

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state) => Enqueue(new PostedCallback(d, state));

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!ReferenceEquals(Current, this))
            throw new NotSupportedException("Nobody may wait, blocking, for a turn of a grain.");
        d(state);
    }

    public void Enqueue(WorkItem item)
    {
        mailbox.Push(item);
        if (Volatile.Read(ref scheduled) == 0 && Interlocked.Exchange(ref scheduled, 1) == 0)
            Engine.Executor.Schedule(this);
    }

    public void AddLoad(int by)
    {
        if (!Class.HasOneActivation)
            Interlocked.Add(ref load, by);
    }

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public override string ToString() => GrainId.ToString();

    void IThreadPoolWorkItem.Execute()
    {
        var before = SynchronizationContext.Current;
        SetSynchronizationContext(this);
        try
        {
            // A task, so that TaskScheduler.Current is ours inside the turns.
            new Task(DrainTurns, this, TaskCreationOptions.DenyChildAttach).RunSynchronously(scheduler);
        }
        finally
        {
            SetSynchronizationContext(before);
        }

        if (ready is not null)
        {
            Engine.Executor.Schedule(this);
            return;
        }

        Interlocked.Exchange(ref scheduled, 0);
        if (!mailbox.IsEmpty && Interlocked.Exchange(ref scheduled, 1) == 0)
            Engine.Executor.Schedule(this);
    }

    /// <summary>A request arrived: begin it, keep it, or send it on.</summary>
    public void Admit(Request request)
    {
        if (phase == Phase.Active && deactivation is null && gate.Admits(request.Interleaving)
            && (waiting.IsEmpty || request.Interleaving != Interleaving.Never))
        {
            Begin(request);
            return;
        }

        if (phase == Phase.Gone)
        {
            request.Reroute(Engine);
            return;
        }

        waiting.Add(request);
        if (phase == Phase.New)
            BeginActivation();
        else if (!pumping)
            Pump();
    }

    /// <summary>A request is over, inside a turn.</summary>
    public void Ended(Request request)
    {
        gate.Leave(request.Interleaving);
        if (request is Call)
            AddLoad(-1);
        if (!pumping)
            Pump();
    }

    private void Begin(Request request)
    {
        gate.Enter(request.Interleaving);
        served = true;
        request.Start(this);
    }

    private void Pump()
    {
        pumping = true;
        while (phase == Phase.Active)
        {
            // One request at least is served, or a grain that deactivates itself at activation would never serve any.
            if (deactivation is not null && (served || waiting.IsEmpty))
            {
                if (gate.IsIdle)
                    BeginDeactivation(deactivation.Value);
                break;
            }

            if (waiting.Take(gate) is not { } next)
                break;
            Begin(next);
        }

        pumping = false;
    }

    private void Drain()
    {
        for (var turns = Engine.Executor.TurnsPerRun; turns > 0; turns--)
        {
            var item = ready ?? mailbox.TakeAll();
            if (item is null)
                return;
            ready = item.Next;
            item.Next = null;
            if (Engine.Killed is { } why)
                item.Drop(why);
            else
                RunItem(item);
        }

        ready ??= mailbox.TakeAll();
    }

    private void RunItem(WorkItem item)
    {
        try
        {
            item.Run(this);
        }
        catch (Exception e)
        {
            Engine.Log.LogError(e, "Grain {Grain}: an exception that nobody awaited", GrainId);
        }
    }
}
