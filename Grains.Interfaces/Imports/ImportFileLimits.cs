namespace Actors.Grains.Imports;

/// <summary>What a file that is imported may hold.</summary>
public static class ImportFileLimits
{
    /// <summary>Octets of the headings of a CSV file, without the end of their line.</summary>
    public const int HeadOctetsMax = 64 * 1024;

    public const int ColumnsMax = 100;

    /// <summary>Octets of a row without the end of its line: more than any contact takes in an export.</summary>
    public const int RowOctetsMax = 512 * 1024;

    /// <summary>Octets with which reading always gets on: a row, and the two of the end of its line.</summary>
    public const int BufferOctetsMin = RowOctetsMax + 2;

    /// <summary>Objects and lists within one another in a line of JSON.</summary>
    public const int DepthMax = 12;

    /// <summary>UTF-16 code units of what was written that an error shows.</summary>
    public const int ShownLengthMax = 100;
}
