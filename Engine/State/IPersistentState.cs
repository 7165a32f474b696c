namespace Actors.Engine;

/// <summary>A stored part of a grain, injected by a constructor parameter with
/// <see cref="PersistentStateAttribute"/>.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
