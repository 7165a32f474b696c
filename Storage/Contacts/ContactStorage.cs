using System.Globalization;
using System.Text.Json;
using Actors.Grains.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>Grain state in typed rows: contacts, with what they are found by and their numbers in the same
/// commit.</summary>
internal sealed class ContactStorage(
    IDatabase database, GroupCommit writer, TenantDirectory tenants, DomainEntries domains, TimeProvider time)
    : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (key, state) = (KeyOf(grainId), Contacts(grainState));
        using var reading = await database.Read();
        if (tenants.Find(key.Tenant, reading) is { } tenant && ContactRow.Find(reading, tenant, key.Hash) is { } found)
            (state.State, state.ETag, state.RecordExists) = (found.State, found.Etag, true);
        else
            Clear(state);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = Contacts(grainState);
        var version = await Store(KeyOf(grainId), state, state.State);
        (state.ETag, state.RecordExists) = (ContactRow.EtagOf(version), true);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = Contacts(grainState);
        if (state.ETag is not null)
            await Store(KeyOf(grainId), state, null);
        Clear(state);
    }

    private static void Clear(IGrainState<ContactState> state) =>
        (state.State, state.ETag, state.RecordExists) = (new ContactState(), null, false);

    /// <param name="next">Null to clear.</param>
    private async Task<long> Store(ContactKey key, IGrainState<ContactState> state, ContactState? next)
    {
        var version = state.ETag is { } etag ? long.Parse(etag, CultureInfo.InvariantCulture) : 0;
        using var payload = new Payload();
        var json = next is null ? default : payload.Add(
            next, static (to, contact) => JsonSerializer.Serialize(to, contact, GrainStateJson.Options));
        var order = new ContactChangeOrder(key, version, next, json, StoredTime.DayOf(time.GetUtcNow()));
        if (!await writer.Add((order, payload), static w => new ContactWrite(w.order, w.payload)))
            throw new InconsistentStateException($"Contact {key} was changed by another.", "another", state.ETag);
        if (state.State?.BlockedDomain is not null)
            domains.Changed(key.Tenant);
        return version + 1;
    }

    private static IGrainState<ContactState> Contacts<T>(IGrainState<T> state) =>
        state as IGrainState<ContactState>
        ?? throw new NotSupportedException($"There is no table for {typeof(T).Name}.");

    private static ContactKey KeyOf(GrainId grainId) => ContactKey.Parse(grainId.Key.ToString()!);
}
