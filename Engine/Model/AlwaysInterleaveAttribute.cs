namespace Actors.Engine;

/// <summary>This method may start while any other call of the grain waits at an await.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
