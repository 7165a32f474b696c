namespace Actors.Engine;

/// <summary>Names the grain type; it is part of every stored key. Default: class name without "Grain", lower
/// case.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute : Attribute
{
    /// <param name="grainType">The name, unique among all grain classes.</param>
    public GrainTypeAttribute(string grainType) => Name = grainType;

    internal string Name { get; }
}
