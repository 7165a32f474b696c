using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Grains.Ports;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>What imports store beside their states.</summary>
internal sealed class MemoryImports(MemoryStore store) : IImportReader
{
    private readonly Dictionary<ImportKey, List<ImportPart>> parts = [];
    private readonly Dictionary<ImportKey, List<ImportError>> errors = [];

    /// <summary>Called before contacts of an import are stored; null for nothing.</summary>
    public Action? BeforeContacts { get; set; }

    /// <summary>Holds readings of contacts until it is completed; null answers at once.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Holds commits until it is completed; null lets them through.</summary>
    public TaskCompletionSource? CommitGate { get; set; }

    public int PartsLeft => parts.Values.Sum(one => one.Count);

    /// <exception cref="InconsistentStateException">Somebody else has changed one of the contacts.</exception>
    public void Store(ImportKey key, ImportState import)
    {
        var work = import.Work ?? new ImportWork(null, [], []);
        if (!work.Contacts.IsEmpty)
            BeforeContacts?.Invoke();
        foreach (var contact in work.Contacts)
            if (store.EtagOf(new ContactKey(key.Tenant, contact.Hash)) is var etag && etag != contact.Etag)
                throw new InconsistentStateException("changed by somebody else", etag, contact.Etag);
        foreach (var contact in work.Contacts)
            store.Put(new ContactKey(key.Tenant, contact.Hash), contact.After);
        var own = parts.TryGetValue(key, out var known) ? known : parts[key] = [];
        if (work.Part is { } part)
            own.Add(part);
        own.RemoveAll(one => one.Offset + one.Octets.Length <= import.Cleared);
        (errors.TryGetValue(key, out var told) ? told : errors[key] = []).AddRange(work.Errors);
    }

    public void Clear(ImportKey key) => errors.Remove(key);

    public Task<ImportPart?> Part(ImportKey import, long position) => Task.FromResult(
        parts.GetValueOrDefault(import)?.Find(
            one => one.Offset <= position && position < one.Offset + one.Octets.Length));

    public async Task<ImmutableDictionary<ContactHash, KnownContact>> Contacts(
        TenantId tenant, IReadOnlyCollection<ContactHash> some)
    {
        if (Gate is { } gate)
            await gate.Task;
        return some.Select(hash => (hash, key: new ContactKey(tenant, hash)))
            .Where(one => store.Contact(one.key) is not null)
            .ToImmutableDictionary(
                one => one.hash, one => new KnownContact(store.EtagOf(one.key)!, store.Contact(one.key)!));
    }

    public Task<ImmutableArray<ImportError>> Errors(ImportKey import, int after, int limit) =>
        Task.FromResult<ImmutableArray<ImportError>>(
            [.. (errors.GetValueOrDefault(import) ?? []).Skip(after).Take(limit)]);
}
