using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;

namespace Actors.Grains.Ports;

/// <summary>Reads what an import works with.</summary>
public interface IImportReader
{
    /// <returns>The part that holds the octet, as it was stored; null where none does.</returns>
    Task<ImportPart?> Part(ImportKey import, long position);

    /// <returns>What is known of these, each once; what is missing is not known.</returns>
    Task<ImmutableDictionary<ContactHash, KnownContact>> Contacts(
        TenantId tenant, IReadOnlyCollection<ContactHash> some);

    /// <param name="import">Whose.</param>
    /// <param name="after">How many come before.</param>
    /// <param name="limit">How many at most.</param>
    Task<ImmutableArray<ImportError>> Errors(ImportKey import, int after, int limit);
}

/// <param name="Etag">The version that was read.</param>
public readonly record struct KnownContact(string Etag, ContactState State);
