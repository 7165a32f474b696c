namespace Actors.Fuzzing;

/// <summary>A parser gave a result that it says it never gives.</summary>
public sealed class BrokenPromiseException(string promise) : Exception(promise);
