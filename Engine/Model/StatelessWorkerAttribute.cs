namespace Actors.Engine;

/// <summary>One key may have several activations at once: for work without identity, such as queries.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : Attribute
{
    /// <summary>As many activations as there are processors.</summary>
    public StatelessWorkerAttribute()
        : this(-1)
    {
    }

    /// <param name="maxLocalWorkers">Activations of one key at most; zero or less means one per processor.</param>
    public StatelessWorkerAttribute(int maxLocalWorkers) =>
        MaxLocalWorkers = maxLocalWorkers > 0 ? maxLocalWorkers : Environment.ProcessorCount;

    internal int MaxLocalWorkers { get; }
}
