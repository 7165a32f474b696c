namespace Actors.Engine;

/// <summary>Calls of read-only methods may interleave with each other, never with other calls.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
