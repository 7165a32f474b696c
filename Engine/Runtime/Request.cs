namespace Actors.Engine.Runtime;

/// <summary>Which other requests of the same activation may be under way while this one waits at an await.</summary>
internal enum Interleaving : byte
{
    /// <summary>None but those that always interleave.</summary>
    Never,

    /// <summary>Other readers.</summary>
    Readers,

    /// <summary>All.</summary>
    Always,
}

/// <summary>A call or a timer tick: it begins when the activation lets it and ends with
/// <see cref="Activation.Ended"/>.</summary>
internal abstract class Request : WorkItem
{
    public Interleaving Interleaving;

    public sealed override void Run(Activation activation) => activation.Admit(this);

    /// <summary>Begins, inside a turn.</summary>
    public abstract void Start(Activation activation);

    /// <summary>The activation it waited for is gone.</summary>
    public abstract void Reroute(GrainEngine engine);
}
