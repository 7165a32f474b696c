namespace Actors.Engine;

/// <summary>The name that crosses instead of the CLR name, so that a type or method can be renamed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct
    | AttributeTargets.Enum | AttributeTargets.Method, AllowMultiple = true)]
public sealed class AliasAttribute : Attribute
{
    /// <param name="alias">Unique among all types.</param>
    public AliasAttribute(string alias) => Alias = alias;

    /// <summary>The name.</summary>
    public string Alias { get; }
}
