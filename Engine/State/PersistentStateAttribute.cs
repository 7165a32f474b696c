using System.Diagnostics.CodeAnalysis;

namespace Actors.Engine;

/// <summary>Names the state and its storage provider. It is read before the grain is activated.</summary>
[SuppressMessage("Performance", "CA1813", Justification = "not sealed on the common surface")]
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute : Attribute
{
    /// <param name="stateName">Name of the record within the grain.</param>
    /// <param name="storageName">Key of the <see cref="IGrainStorage"/>; null means "Default".</param>
    public PersistentStateAttribute(string stateName, string? storageName = null)
    {
        ArgumentNullException.ThrowIfNull(stateName);
        StateName = stateName;
        StorageName = storageName;
    }

    /// <summary>Name of the record within the grain.</summary>
    public string StateName { get; }

    /// <summary>Key of the provider; null means the default one.</summary>
    public string? StorageName { get; }
}
