namespace Actors.Engine;

/// <summary>When idle activations go.</summary>
public class GrainCollectionOptions
{
    /// <summary>Between two sweeps over all activations. Default 1 minute.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Without a call for this long, an activation is removed. More than the quantum. Default 15
    /// minutes.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Another age for a class, by its full name.</summary>
    public Dictionary<string, TimeSpan> ClassSpecificCollectionAge { get; set; } = [];

    /// <summary>OnActivateAsync is told to cancel after this. Default 30 seconds.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>OnDeactivateAsync is told to cancel after this, and no longer waited for. Default 30 seconds.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
