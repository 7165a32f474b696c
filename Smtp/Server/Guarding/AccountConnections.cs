using System.Runtime.InteropServices;

namespace Actors.Smtp.Server.Guarding;

/// <summary>Counts open connections by account, over all listeners that share it. Safe for many threads.</summary>
/// <param name="max">Connections of one account at a time.</param>
public sealed class AccountConnections(int max)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <returns>To be disposed once, when the connection ends; null when there are too many.</returns>
    public IDisposable? TryEnter(string account)
    {
        lock (gate)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, account, out _);
            if (count >= max)
                return null;
            count++;
            return new Place(this, account);
        }
    }

    private void Leave(string account)
    {
        lock (gate)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(counts, account);
            if (--count == 0)
                counts.Remove(account);
        }
    }

    private sealed class Place(AccountConnections all, string account) : IDisposable
    {
        private int isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isLeft, 1) == 0)
                all.Leave(account);
        }
    }
}
