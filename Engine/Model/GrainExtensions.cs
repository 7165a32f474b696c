using Actors.Engine.Runtime;

namespace Actors.Engine;

/// <summary>Questions about the identity of a grain or of a reference to one.</summary>
public static class GrainExtensions
{
    /// <exception cref="ArgumentException">The object is neither a grain made by the engine nor a
    /// reference.</exception>
    public static GrainId GetGrainId(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainProxy reference => reference.GrainId,
            IGrainBase { GrainContext: { } context } => context.GrainId,
            _ => throw new ArgumentException(
                $"{grain.GetType()} is neither a grain made by the engine nor a reference to one.", nameof(grain)),
        };
    }

    /// <summary>The key the grain was asked for with.</summary>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    /// <summary>A reference to the same grain by another of its interfaces, or a reference to the calling
    /// grain.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainProxy reference =>
                (TGrainInterface)reference.Engine.Reference(typeof(TGrainInterface), reference.GrainId),
            IGrainBase { GrainContext: Activation owner } =>
                (TGrainInterface)owner.Engine.Reference(typeof(TGrainInterface), owner.GrainId),
            _ => throw new ArgumentException(
                $"{grain.GetType()} is neither a grain made by the engine nor a reference to one.", nameof(grain)),
        };
    }

    /// <inheritdoc cref="AsReference{TGrainInterface}"/>
    public static TGrainInterface Cast<TGrainInterface>(this IAddressable grain) =>
        grain.AsReference<TGrainInterface>();
}
