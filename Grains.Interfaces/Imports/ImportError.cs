namespace Actors.Grains.Imports;

/// <summary>Why a row of a file is not taken.</summary>
/// <param name="Row">As <see cref="ImportPosition.Row"/>.</param>
/// <param name="Code">Stable, snake_case.</param>
/// <param name="Detail">One sentence for a person.</param>
/// <param name="Shown">The beginning of what was written there, at most
/// <see cref="ImportFileLimits.ShownLengthMax"/> characters, fit to be shown: U+FFFD stands for control characters, for
/// what turns text around, and for what is not UTF-8. Empty for nothing.</param>
[GenerateSerializer, Immutable, Alias("import-error")]
public sealed record ImportError(long Row, string Code, string Detail, string Shown);
