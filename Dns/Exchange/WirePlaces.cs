namespace Actors.Dns.Exchange;

/// <summary>
/// A fixed number of places, shared by clients so that none can take them from the others: a client takes another place
/// only while it holds fewer than are free. One alone gets half of them, the next half of the rest, and those that wait
/// are served client by client, so that in the end all hold the same. The room to wait is shared by the same rule. Safe
/// for many threads.
/// </summary>
internal sealed class WirePlaces
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Client> clients = [];
    private readonly Queue<Client> turns = new(); // of those that wait, each once
    private int free;
    private int room;

    /// <param name="places">At least 1.</param>
    /// <param name="waitingMax">At least 1.</param>
    public WirePlaces(int places, int waitingMax) => (free, room) = (places, waitingMax);

    /// <returns>False when it is not the client's turn.</returns>
    public bool TryTake(string name)
    {
        lock (gate)
        {
            var client = Of(name);
            var may = client.Waiting.Count == 0 && client.Held < free;
            if (may)
                Take(client);
            return may;
        }
    }

    /// <returns>False when there is no room to wait, or the token was cancelled first.</returns>
    public Task<bool> Wait(string name, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            var client = Of(name);
            if (client.Waiting.Count >= room)
            {
                Forget(client);
                return Task.FromResult(false);
            }
            room--;
            var place = client.Waiting.AddLast(turn);
            if (!client.HasTurn)
                Enqueue(client);
            Serve(); // a place may have come free since it was last tried
            cancellation.UnsafeRegister(_ => GiveUp(client, place), null);
        }
        return turn.Task;
    }

    public void Release(string name)
    {
        lock (gate)
        {
            var client = clients[name];
            client.Held--;
            free++;
            Serve();
            Forget(client);
        }
    }

    /// <summary>Goes round the clients that wait until none of them may take a place.</summary>
    private void Serve()
    {
        for (var passed = 0; free > 0 && passed < turns.Count;)
        {
            var client = turns.Dequeue();
            client.HasTurn = false;
            if (client.Waiting.First is not { } first)
            {
                Forget(client);
                continue;
            }
            if (client.Held < free)
            {
                Leave(client, first);
                Take(client);
                first.Value.SetResult(true);
                passed = 0;
            }
            else
            {
                passed++;
            }
            if (client.Waiting.Count > 0)
                Enqueue(client);
        }
    }

    private void GiveUp(Client client, LinkedListNode<TaskCompletionSource<bool>> place)
    {
        lock (gate)
        {
            if (place.List is null)
                return; // its turn had come
            Leave(client, place);
            place.Value.SetResult(false);
        }
    }

    private void Take(Client client)
    {
        client.Held++;
        free--;
    }

    private void Leave(Client client, LinkedListNode<TaskCompletionSource<bool>> place)
    {
        client.Waiting.Remove(place);
        room++;
    }

    private void Enqueue(Client client)
    {
        client.HasTurn = true;
        turns.Enqueue(client);
    }

    private Client Of(string name)
    {
        if (!clients.TryGetValue(name, out var client))
            clients[name] = client = new Client(name);
        return client;
    }

    private void Forget(Client client)
    {
        if (client is { Held: 0, HasTurn: false })
            clients.Remove(client.Name);
    }

    private sealed class Client(string name)
    {
        public string Name => name;

        public int Held { get; set; }

        public bool HasTurn { get; set; }

        public LinkedList<TaskCompletionSource<bool>> Waiting { get; } = [];
    }
}
