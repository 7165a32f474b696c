using System.Net;

namespace Actors.Smtp.Server.Guarding;

/// <summary>Remembers failed logins across connections and listeners, and makes those who guess wait, longer each
/// time. Safe for many threads.</summary>
/// <remarks>Counted by network, by login, and by both together. Who got in from a network before is held back by the
/// last count alone: neither a botnet that guesses at a login nor a broken device behind the same address locks its
/// owner out. While somebody waits no password is looked at, so that right and wrong ones look the same.</remarks>
public sealed class LoginGuard
{
    private readonly LoginGuardOptions options;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private Dictionary<Key, FailureRecord> young = [];
    private Dictionary<Key, FailureRecord> old = [];
    private long turnedAt;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public LoginGuard(LoginGuardOptions options, TimeProvider time)
    {
        options.Validate();
        (this.options, this.time, turnedAt) = (options, time, time.GetTimestamp());
    }

    /// <summary>Networks, logins and pairs remembered now.</summary>
    public int Entries
    {
        get
        {
            lock (gate)
                return young.Count + old.Count;
        }
    }

    /// <summary>Whether a password may be tried now. Each yes is counted as a failure until one of the others takes
    /// it back.</summary>
    public bool TryBegin(IPAddress from, string login)
    {
        var (network, name, pair) = Keys(from, login);
        lock (gate)
        {
            var now = time.GetTimestamp();
            Turn(now);
            var both = Record(pair);
            if (both.IsClosed(now))
                return false;
            if (!both.IsKnown)
            {
                if (Record(network).IsClosed(now) || Record(name).IsClosed(now))
                    return false;
                Record(network).Count(now, options, time.TimestampFrequency);
                Record(name).Count(now, options, time.TimestampFrequency);
            }
            both.Count(now, options, time.TimestampFrequency);
            return true;
        }
    }

    /// <summary>The password was right.</summary>
    public void Succeeded(IPAddress from, string login) => TakeBack(from, login, isKnown: true);

    /// <summary>The password could not be checked.</summary>
    public void Abandoned(IPAddress from, string login) => TakeBack(from, login, isKnown: false);

    private void TakeBack(IPAddress from, string login, bool isKnown)
    {
        var (network, name, pair) = Keys(from, login);
        lock (gate)
        {
            var both = Record(pair);
            both.TakeBack();
            if (both.IsKnown)
                return;
            both.IsKnown = isKnown;
            Record(network).TakeBack();
            Record(name).TakeBack();
        }
    }

    /// <summary>Two generations bound memory without looking at every entry: what was not asked for during the whole
    /// of one is forgotten.</summary>
    private void Turn(long now)
    {
        if (young.Count < options.EntriesMax / 2
            && now - turnedAt < (long)(options.ForgetAfter.TotalSeconds * time.TimestampFrequency))
            return;
        (old, young, turnedAt) = (young, [], now);
    }

    private FailureRecord Record(Key key)
    {
        if (young.TryGetValue(key, out var record))
            return record;
        if (!old.Remove(key, out record))
            record = new();
        young.Add(key, record);
        return record;
    }

    private static (Key Network, Key Login, Key Both) Keys(IPAddress from, string login)
    {
        var network = ClientNetwork.Of(from);
        var name = login.ToLowerInvariant();
        return (new(network, null), new(null, name), new(network, name));
    }

    private readonly record struct Key(ClientNetwork? Network, string? Login);
}
