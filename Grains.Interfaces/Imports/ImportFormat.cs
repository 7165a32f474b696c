namespace Actors.Grains.Imports;

/// <summary>How a file of contacts, or of a blacklist, is written. Stored as the number: only append.</summary>
public enum ImportFormat
{
    /// <summary>RFC 4180 with a line of headings; commas, semicolons or tabs between the fields.</summary>
    Csv = 0,

    /// <summary>An object of JSON in each line.</summary>
    JsonLines = 1,
}
