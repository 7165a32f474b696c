namespace Actors.Grains.Imports;

/// <summary>How the text of a file stands in octets. Stored as the number: only append.</summary>
public enum ImportEncoding
{
    Utf8 = 0,
    Utf16LittleEndian = 1,
    Utf16BigEndian = 2,
}
