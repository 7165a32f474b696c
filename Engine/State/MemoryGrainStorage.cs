using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Actors.Engine;

/// <summary>Keeps records in memory, as JSON, so that nothing but what was written comes back.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string Name, GrainId Grain), Row> rows = new();
    private readonly Lock gate = new();
    private long version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = rows.TryGetValue((stateName, grainId), out var row);
        grainState.State = found ? JsonSerializer.Deserialize<T>(row!.Json) : Activator.CreateInstance<T>();
        grainState.ETag = row?.Etag;
        grainState.RecordExists = found;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(grainState.State);
        lock (gate)
        {
            Check(stateName, grainId, grainState.ETag);
            var row = new Row(json, (++version).ToString(CultureInfo.InvariantCulture));
            rows[(stateName, grainId)] = row;
            grainState.ETag = row.Etag;
        }

        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (gate)
        {
            Check(stateName, grainId, grainState.ETag);
            rows.TryRemove((stateName, grainId), out _);
        }

        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private void Check(string name, GrainId grain, string? etag)
    {
        var stored = rows.GetValueOrDefault((name, grain))?.Etag;
        if (stored != etag)
            throw new InconsistentStateException($"{grain} \"{name}\" was changed by somebody else.", stored, etag);
    }

    private sealed record Row(byte[] Json, string Etag);
}
