namespace Actors.Engine;

/// <inheritdoc/>
public interface IStorage<TState> : IStorage
{
    /// <summary>The record in memory; a new instance when none is stored.</summary>
    TState State { get; set; }
}
