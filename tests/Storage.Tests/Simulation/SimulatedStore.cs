using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Testing;

namespace Actors.Storage.Tests.Simulation;

/// <summary>A store on a simulated disk whose writer moves only when the test says so.</summary>
internal sealed class SimulatedStore : IDisposable
{
    private readonly TempFolder folder = new();

    public SimulatedStore() => Open();

    public ManualTime Time { get; } = new(Samples.Noon);

    public Store Store { get; private set; } = null!; // set by Open

    public SimulatedDatabase Disk { get; private set; } = null!; // set by Open

    /// <summary>Writes all that waits.</summary>
    public void Write()
    {
        while (Store.Writer.RunOnce())
        {
            // The next transaction.
        }
    }

    /// <summary>Writes what waits, and hands over what it came to.</summary>
    public async Task<T> Write<T>(Task<T> waiting)
    {
        Write();
        return await waiting;
    }

    /// <summary>The process dies and another one starts.</summary>
    public void Crash()
    {
        Store.Dispose();
        Open();
    }

    public async Task<GrainState<MessageState>> Read(MessageKey key)
    {
        var state = new GrainState<MessageState>();
        await Store.Rows.ReadStateAsync("message", TestStore.GrainOf(key), state);
        return state;
    }

    public void Dispose()
    {
        Store.Dispose();
        folder.Dispose();
    }

    private void Open() => Store = Store.Open(
        new StorageOptions { Folder = folder.Path, BirthsMax = 0 }, Time,
        taken => Disk = new SimulatedDatabase(taken), ownThread: false);
}
