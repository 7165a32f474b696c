namespace Actors.Engine;

/// <summary>Reads and writes one stored record.</summary>
public interface IStorage
{
    /// <summary>Version of the record as last read or written; null when there is none.</summary>
    string? Etag { get; }

    /// <summary>Whether the record exists in the store.</summary>
    bool RecordExists { get; }

    /// <summary>Deletes the record.</summary>
    Task ClearStateAsync();

    /// <summary>Stores the record. On the return of the task it is durable.</summary>
    /// <exception cref="InconsistentStateException">The stored version is another one than was read.</exception>
    Task WriteStateAsync();

    /// <summary>Reads the record again and forgets what was not written.</summary>
    Task ReadStateAsync();

    /// <inheritdoc cref="ClearStateAsync()"/>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <inheritdoc cref="WriteStateAsync()"/>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <inheritdoc cref="ReadStateAsync()"/>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}
