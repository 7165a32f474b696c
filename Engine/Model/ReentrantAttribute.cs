namespace Actors.Engine;

/// <summary>Calls of this grain may interleave at every await. Turns still run one at a time.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
