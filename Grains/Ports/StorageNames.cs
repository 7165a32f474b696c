namespace Actors.Grains.Ports;

/// <summary>The storage providers a grain's state can lie in.</summary>
public static class StorageNames
{
    /// <summary>JSON with etag, for the few: tenants, accounts, platform.</summary>
    public const string Grains = "grains";

    /// <summary>Typed rows with events and counters, for the many: messages.</summary>
    public const string Rows = "rows";

    /// <summary>Typed rows of contacts, with what they are looked up by and their numbers in the same commit.</summary>
    public const string Contacts = "contacts";

    /// <summary>As <see cref="Grains"/>, with what an import reads and changes in the same commit.</summary>
    public const string Imports = "imports";
}
