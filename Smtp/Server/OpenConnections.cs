using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Actors.Smtp.Server.Guarding;

namespace Actors.Smtp.Server;

/// <summary>The connections of a listener, counted in all and by address.</summary>
internal sealed class OpenConnections(SmtpServerOptions options)
{
    private readonly ConcurrentDictionary<SmtpConnection, bool> all = [];
    private readonly Dictionary<ClientNetwork, int> byAddress = [];
    private readonly Lock counting = new();
    private TaskCompletionSource? whenEmpty;
    private int count;

    /// <summary>A snapshot that may miss a connection that comes or goes meanwhile.</summary>
    public IEnumerable<SmtpConnection> All => all.Select(entry => entry.Key);

    public int Count => Volatile.Read(ref count);

    /// <summary>False when there are too many, in all or from this address.</summary>
    public bool TryAdd(SmtpConnection connection)
    {
        lock (counting)
        {
            ref var fromThere = ref CollectionsMarshal.GetValueRefOrAddDefault(byAddress, Key(connection), out _);
            if (count >= options.ConnectionsMax || fromThere >= options.ConnectionsPerAddressMax)
            {
                if (fromThere == 0)
                    byAddress.Remove(Key(connection));
                return false;
            }
            fromThere++;
            count++;
        }
        return all.TryAdd(connection, true);
    }

    public void Remove(SmtpConnection connection)
    {
        all.TryRemove(connection, out _);
        lock (counting)
        {
            ref var fromThere = ref CollectionsMarshal.GetValueRefOrNullRef(byAddress, Key(connection));
            if (--fromThere == 0)
                byAddress.Remove(Key(connection));
            if (--count == 0)
                whenEmpty?.TrySetResult();
        }
    }

    /// <summary>Completes as soon as no connection is open.</summary>
    public Task WhenEmpty()
    {
        lock (counting)
        {
            if (count == 0)
                return Task.CompletedTask;
            if (whenEmpty is null || whenEmpty.Task.IsCompleted)
                whenEmpty = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return whenEmpty.Task;
        }
    }

    private static ClientNetwork Key(SmtpConnection connection) => ClientNetwork.Of(connection.Peer.Remote.Address);
}
