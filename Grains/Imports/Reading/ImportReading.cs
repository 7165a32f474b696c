namespace Actors.Grains.Imports.Reading;

/// <summary>What is to be read of a file.</summary>
/// <param name="From">Where the buffer begins.</param>
/// <param name="RowsMax">Rows to be told at once, 1 or more.</param>
/// <param name="Now">Entries of a blacklist that have ended by then are refused.</param>
public readonly record struct ImportReading(
    ImportLayout Layout, ImportPosition From, int RowsMax, DateTimeOffset Now);
