namespace Actors.Storage.Sqlite;

/// <summary>How SQLite is set, each value with its reason; measured by <c>benchmarks/storage</c>.</summary>
internal static class SqliteSettings
{
    /// <summary>Bytes in a page, fixed when the file is made. A mail of 2 kB with its head leaves no room for a second
    /// one in 4 KiB; in 8 KiB three fit, which saves a fifth of the processor time and a quarter of the file. 16 KiB
    /// gain little more, and write more for each small change.</summary>
    public const int PageBytes = 8192;

    /// <summary>KiB of pages the writer keeps: the inner pages and the growing ends of every table and index.</summary>
    public const int WriterCacheKibibytes = 32 * 1024;

    /// <summary>KiB of pages a reader keeps. The operating system's cache stands behind it.</summary>
    public const int ReaderCacheKibibytes = 2 * 1024;

    /// <summary>Bytes of the database file mapped into memory: none, because a failed read of a mapped page kills the
    /// process instead of returning an error.</summary>
    public const long MappedBytes = 0;

    /// <summary>Write-ahead log in pages beyond which it is copied back when nothing waits to be written (8
    /// MiB).</summary>
    public const int CheckpointPagesIdle = 1024;

    /// <summary>Write-ahead log in pages beyond which it is copied back although writes wait (32 MiB).</summary>
    /// <remarks>Measured: 128 MiB stop the writer four times as long and gain nothing in throughput.</remarks>
    public const int CheckpointPagesMax = 4 * 1024;

    /// <summary>Milliseconds that somebody else's lock is waited for.</summary>
    /// <remarks>There is one writer, and yet it may find the log locked: a reader that sees the log's head half written
    /// locks it for a moment to look again. The rest of the limit is for a machine that stops it just there.</remarks>
    public const int BusyMilliseconds = 30_000;

    public static readonly string Writer = $"""
        PRAGMA page_size = {PageBytes};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA cache_size = -{WriterCacheKibibytes};
        PRAGMA mmap_size = {MappedBytes};
        PRAGMA temp_store = MEMORY;
        """;

    public static readonly string Reader = $"""
        PRAGMA query_only = ON;
        PRAGMA cache_size = -{ReaderCacheKibibytes};
        PRAGMA mmap_size = {MappedBytes};
        PRAGMA temp_store = MEMORY;
        """;
}
