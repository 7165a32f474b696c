namespace Actors.Grains.Imports;

/// <summary>What a file brings. Stored as the number: only append.</summary>
public enum ImportKind
{
    Contacts = 0,
    Blacklist = 1,
}
