namespace Actors.Grains.Imports;

/// <summary>A place in a file from which reading goes on.</summary>
/// <param name="Octet">From the first of the file, 0.</param>
/// <param name="Row">Number of the row there, as a spreadsheet counts: the headings are the first, and empty lines
/// count.</param>
/// <param name="IsWithinRow">It is within a row that was too long and has been told: the rest of it is passed
/// over.</param>
[GenerateSerializer, Immutable, Alias("import-position")]
public readonly record struct ImportPosition(long Octet, long Row, bool IsWithinRow);
