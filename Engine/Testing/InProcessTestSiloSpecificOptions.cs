namespace Actors.Engine;

/// <summary>Settings of one silo of a test cluster.</summary>
public sealed class InProcessTestSiloSpecificOptions
{
    /// <summary>Unique within the cluster.</summary>
    public string SiloName { get; set; } = "";
}
