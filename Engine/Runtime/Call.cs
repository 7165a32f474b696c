namespace Actors.Engine.Runtime;

/// <summary>A call on its way to a grain and back.</summary>
internal abstract class Call : Request
{
    private int done;

    protected Call(GrainMethod method, GrainProxy target, object?[] arguments)
    {
        Method = method;
        Target = target;
        Arguments = arguments;
        Interleaving = target.Class.IsReentrant ? Interleaving.Always : method.Interleaving;
        Context = RequestContext.Current;
        Source = Activation.Current;
    }

    public GrainMethod Method { get; }

    public GrainProxy Target { get; }

    public object?[] Arguments { get; }

    public Dictionary<string, object>? Context { get; }

    /// <summary>The activation that called; null when no grain did.</summary>
    public Activation? Source { get; }

    /// <summary>Timestamp.</summary>
    public long SentAt { get; set; }

    /// <summary>Place among the calls without an answer; belongs to <see cref="OutstandingCalls"/>.</summary>
    public Call? Earlier { get; set; }

    /// <inheritdoc cref="Earlier"/>
    public Call? Later { get; set; }

    /// <inheritdoc cref="Earlier"/>
    public OutstandingCalls.Stripe? Stripe { get; set; }

    /// <summary>Answered, failed, timed out or cancelled.</summary>
    public bool IsDone => Volatile.Read(ref done) != 0;

    public void Deliver()
    {
        if (Target.Locate() is { } activation)
            activation.Enqueue(this);
        else
            Drop(new SiloUnavailableException($"The engine stops: {this} was not carried out."));
    }

    public override void Reroute(GrainEngine engine) => Deliver();

    public override void Drop(Exception why) => Fail(why);

    public void TimeOut(TimeSpan after) => Fail(new TimeoutException(
        $"{this} did not answer within {after}: the grain is busy, waits for its own caller, or is stuck."));

    public abstract void Fail(Exception why);

    public override string ToString() => $"{Method.Interface.Name}.{Method.Info.Name} of {Target.GrainId}";

    /// <returns>Whether the caller may give the answer: only the first one counts.</returns>
    protected bool TryFinish()
    {
        if (Interlocked.Exchange(ref done, 1) != 0)
            return false;
        OutstandingCalls.Remove(this);
        return true;
    }
}
