using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>Grain state in typed rows: messages, with their events and counters in the same commit.</summary>
/// <remarks>A message is born by a submission; a grain reads and changes it, and only retention erases it.</remarks>
internal sealed class RowStorage(IDatabase database, GroupCommit writer, MessageLookup lookup, Births births)
    : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = Messages(grainState);
        var key = KeyOf(grainId);
        if (!births.TryTake(key, out var birth))
            return Read(key, state);
        Set(state, birth.State, birth.Etag);
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Write(KeyOf(grainId), Messages(grainState));

    /// <exception cref="NotSupportedException">Always: what was accepted is never cleared by a grain.</exception>
    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("A message is erased by retention, never by its grain.");

    private async Task Read(MessageKey key, IGrainState<MessageState> state)
    {
        using var reading = await database.Read();
        if (lookup.Row(reading, key.Tenant, key.Message) is { } row)
        {
            Set(state, MessageColumns.StateOf(row), new RowEtag(row.Number, row.Version));
            return;
        }

        state.State = new MessageState();
        state.ETag = null;
        state.RecordExists = false;
    }

    private async Task Write(MessageKey key, IGrainState<MessageState> state)
    {
        if (state.ETag is not { } stored)
            throw new InvalidOperationException($"Message {key} was not read before it is written.");
        var written = state.State ?? throw new InvalidOperationException($"Message {key} has no state to write.");
        var etag = RowEtag.Parse(stored);
        using var payload = new Payload();
        var done = await writer.Add(
            (key, etag, written, payload),
            static w => new MessageWrite(
                w.key, w.etag, new PreparedMessage(w.key.Message, w.written, w.payload), w.payload));
        if (!done)
            throw new InconsistentStateException($"Message {key} was changed by another.", "another", stored);
        Set(state, written with { Pending = [], Effects = [] }, etag with { Version = etag.Version + 1 });
    }

    private static void Set(IGrainState<MessageState> grainState, MessageState state, RowEtag etag)
    {
        grainState.State = state;
        grainState.ETag = etag.ToString();
        grainState.RecordExists = true;
    }

    private static IGrainState<MessageState> Messages<T>(IGrainState<T> state) =>
        state as IGrainState<MessageState>
        ?? throw new NotSupportedException($"There is no table for {typeof(T).Name}.");

    private static MessageKey KeyOf(GrainId grainId) => MessageKey.Parse(grainId.Key.ToString()!);
}
