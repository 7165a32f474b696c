using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Testing;

namespace Actors.Storage.Tests;

/// <summary>A store in a folder of its own, on a clock that only the test moves.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly TempFolder folder = new();

    public TestStore() => Store = Open();

    public ManualTime Time { get; } = new(Samples.Noon);

    public StorageOptions Options => new() { Folder = folder.Path };

    public Store Store { get; private set; }

    public string Folder => folder.Path;

    public string Database => Path.Combine(folder.Path, "actors.db");

    /// <summary>Closes and opens again.</summary>
    public void Reopen()
    {
        Store.Dispose();
        Store = Open();
    }

    /// <summary>A message as its grain would read it.</summary>
    public async Task<GrainState<MessageState>> Read(MessageKey key)
    {
        var state = new GrainState<MessageState>();
        await Store.Rows.ReadStateAsync("message", GrainOf(key), state);
        return state;
    }

    public Task Write(MessageKey key, GrainState<MessageState> state) =>
        Store.Rows.WriteStateAsync("message", GrainOf(key), state);

    public async Task Change(MessageKey key, Func<MessageState, MessageState> change)
    {
        var state = await Read(key);
        state.State = change(state.State!);
        await Write(key, state);
    }

    public static GrainId GrainOf(MessageKey key) => GrainId.Create("message", key.ToString());

    public void Dispose()
    {
        Store.Dispose();
        folder.Dispose();
    }

    private Store Open() => Store.Open(Options, Time);
}
