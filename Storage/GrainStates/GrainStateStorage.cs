using System.Globalization;
using System.Text.Json;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.GrainStates;

/// <summary>Grain state as JSON with an etag: for the few.</summary>
internal sealed class GrainStateStorage(IDatabase database, GroupCommit writer) : IGrainStorage
{
    private static readonly Sql ReadState = new("SELECT etag, state FROM grain_state WHERE grain = ?1 AND name = ?2");

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        using var reading = await database.Read();
        using var row = reading.Prepare(ReadState);
        row.Bind(1, grainId.ToString());
        row.Bind(2, stateName);
        var found = row.Step();
        grainState.ETag = found ? row.Number(0).ToString(CultureInfo.InvariantCulture) : null;
        grainState.RecordExists = found && !row.IsNull(1);
        grainState.State = grainState.RecordExists
            ? JsonSerializer.Deserialize<T>(row.Bytes(1), GrainStateJson.Options)
                ?? throw new JsonException($"The stored state of {grainId} is null.")
            : Activator.CreateInstance<T>();
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        using var payload = new Payload();
        var json = payload.Add(
            grainState.State,
            static (writer, state) => JsonSerializer.Serialize(writer, state, GrainStateJson.Options));
        await Store(stateName, grainId, grainState, payload, json);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.ETag is not null)
        {
            using var payload = new Payload();
            await Store(stateName, grainId, grainState, payload, json: null);
        }

        grainState.State = Activator.CreateInstance<T>();
        grainState.RecordExists = false;
    }

    /// <param name="json">Null to clear.</param>
    private async Task Store<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, Payload payload, Piece? json)
    {
        long? expected = grainState.ETag is { } etag ? long.Parse(etag, CultureInfo.InvariantCulture) : null;
        var row = StateRow.Of(stateName, grainId, json is null ? default : grainState.State, payload, json);
        var written = await writer.Add((row, expected), static w => new GrainStateWrite(w.row, w.expected));
        if (!written)
        {
            throw new InconsistentStateException(
                $"The state '{stateName}' of {grainId} was changed by another.", "another", grainState.ETag);
        }

        grainState.ETag = ((expected ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
    }
}
