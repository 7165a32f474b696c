using System.Globalization;
using System.Text.Json;
using Actors.Grains.Imports;
using Actors.Storage.Contacts;
using Actors.Storage.GrainStates;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Imports;

/// <summary>States of imports, each with what it does in the same commit: octets and errors stored, contacts
/// changed.</summary>
/// <remarks>Contacts of one import at a time are with the writer, so that nobody else waits for those of two.</remarks>
internal sealed class ImportStorage(
    IGrainStorage states, GroupCommit writer, DomainEntries domains, TimeProvider time) : IGrainStorage
{
    private Task changing = Task.CompletedTask; // of who came last

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        states.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var import = Imports(grainState);
        if (import.State?.Work is { Contacts.IsEmpty: false })
            await InTurn(() => Store(stateName, grainId, import, import.State));
        else
            await Store(stateName, grainId, import, import.State);
        import.RecordExists = true;
        if (import.State?.Work is { } work && work.Contacts.Any(one => one.After.BlockedDomain is not null))
            domains.Changed(ImportKey.Parse(grainId.Key.ToString()!).Tenant);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var import = Imports(grainState);
        if (import.ETag is not null)
            await Store(stateName, grainId, import, null);
        (import.State, import.RecordExists) = (new ImportState(), false);
    }

    private async Task InTurn(Func<Task> store)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await Interlocked.Exchange(ref changing, done.Task);
            await store();
        }
        finally
        {
            done.SetResult();
        }
    }

    /// <param name="next">Null to clear.</param>
    private async Task Store(string stateName, GrainId grainId, IGrainState<ImportState> import, ImportState? next)
    {
        long? version = import.ETag is { } etag ? long.Parse(etag, CultureInfo.InvariantCulture) : null;
        using var payload = new Payload();
        Piece? json = next is null ? null : Add(payload, next);
        var order = new ImportOrder(
            ImportKey.Parse(grainId.Key.ToString()!), StateRow.Of(stateName, grainId, next, payload, json), version,
            next,
            [.. (next?.Work?.Contacts ?? []).Select(one => Prepared(payload, one))],
            StoredTime.DayOf(time.GetUtcNow()));
        if (!await writer.Add(order, static one => new ImportWrite(one)))
            throw new InconsistentStateException(
                $"{grainId}, or a contact, was changed by another.", "another", import.ETag);
        import.ETag = ((version ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static PreparedContact Prepared(Payload payload, ImportedContact one) => new(
        one, one.Hash.ToBytes(), one.Etag is { } etag ? long.Parse(etag, CultureInfo.InvariantCulture) : 0,
        Add(payload, one.After));

    private static Piece Add<T>(Payload payload, T state) =>
        payload.Add(state, static (writer, one) => JsonSerializer.Serialize(writer, one, GrainStateJson.Options));

    private static IGrainState<ImportState> Imports<T>(IGrainState<T> state) =>
        state as IGrainState<ImportState>
        ?? throw new NotSupportedException($"There is no table for {typeof(T).Name}.");
}
