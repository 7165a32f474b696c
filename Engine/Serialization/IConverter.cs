namespace Actors.Engine;

/// <summary>Carries a type of another project as a surrogate of ours. Mark the implementation
/// [RegisterConverter].</summary>
public interface IConverter<TValue, TSurrogate>
    where TSurrogate : struct
{
    /// <summary>Builds the value again. Throws when the surrogate is not a valid value.</summary>
    TValue ConvertFromSurrogate(in TSurrogate surrogate);

    /// <summary>What crosses instead of the value.</summary>
    TSurrogate ConvertToSurrogate(in TValue value);
}
