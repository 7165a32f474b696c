namespace Actors.Engine;

/// <summary>Makes references to grains. A reference costs little and reaches no grain until it is called.</summary>
public interface IGrainFactory
{
    /// <param name="primaryKey">Not empty and not only white space.</param>
    /// <param name="grainClassNamePrefix">Chooses between several classes of one interface; null when there is
    /// one.</param>
    /// <exception cref="ArgumentException">No class, or more than one, implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <inheritdoc cref="GetGrain{TGrainInterface}(string, string?)"/>
    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

    /// <summary>A reference by an identity that was stored or printed earlier.</summary>
    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable;
}
