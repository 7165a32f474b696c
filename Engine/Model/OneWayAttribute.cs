namespace Actors.Engine;

/// <summary>The caller does not wait: its task is complete at once, and a failure is only logged.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;
