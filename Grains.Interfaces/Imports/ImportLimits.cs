namespace Actors.Grains.Imports;

/// <summary>What one import may hold, and how long it stays.</summary>
public static class ImportLimits
{
    /// <summary>Octets of a file: 256 MiB.</summary>
    public const long OctetsMax = 256L * 1024 * 1024;

    /// <summary>Rows of a file, whether they can be read or not.</summary>
    public const long RowsMax = 2_000_000;

    /// <summary>Octets that are stored at once: small enough that others' writes stand between them.</summary>
    public const int PartOctetsMax = 256 * 1024;

    /// <summary>Rows that are read, decided and stored at once.</summary>
    public const int RowsAtOnce = 250;

    /// <summary>Errors that are kept; further ones are counted.</summary>
    public const int ErrorsMax = 10_000;

    /// <summary>Imports of a tenant that have not ended.</summary>
    public const int OpenMax = 10;

    /// <summary>Imports of a tenant, those that have ended among them.</summary>
    public const int KeptMax = 1_000;

    /// <summary>UTF-16 code units of what a tenant calls it.</summary>
    public const int NameLengthMax = 128;

    /// <summary>Lists that all rows of a file join.</summary>
    public const int ListsMax = 10;

    /// <summary>Octets of an upload's rest that are removed at once.</summary>
    public const long ClearedAtOnce = 4L * 1024 * 1024;

    /// <summary>An upload that is not complete by then is removed.</summary>
    public static readonly TimeSpan UploadTime = TimeSpan.FromHours(24);

    /// <summary>How long is told what became of it, from its end.</summary>
    public static readonly TimeSpan KeptTime = TimeSpan.FromDays(30);
}
