namespace Actors.Storage.Databases;

/// <summary>A fault of the database, sorted by what it means for the writes that follow.</summary>
public sealed class DatabaseException : Exception
{
    public DatabaseException(DatabaseFault fault, string message, Exception? inner = null) : base(message, inner) =>
        Fault = fault;

    public DatabaseFault Fault { get; }
}

public enum DatabaseFault
{
    /// <summary>This statement was wrong (a constraint, a value too large); others may go on.</summary>
    Statement = 0,

    /// <summary>No room on the disk. It may come back.</summary>
    Full = 1,

    /// <summary>A failed read, write or fsync, or a damaged file: what the disk holds is unknown until a
    /// restart.</summary>
    Disk = 2,
}
