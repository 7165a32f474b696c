namespace Actors.Engine;

/// <summary>This type crosses between grains. Members with <see cref="IdAttribute"/> are carried, others are
/// not.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute
{
    /// <summary>Whether parameters of a primary constructor are carried without an id. Records always carry
    /// them.</summary>
    public bool IncludePrimaryConstructorParameters { get; init; }
}
