using System.Net;

namespace Actors.Dns;

/// <summary>How names are looked up. The values are checked when a <see cref="StubResolver"/> is made.</summary>
public sealed record ResolverOptions
{
    /// <summary>Recursive servers, the first preferred. Empty (the default) means those of /etc/resolv.conf.</summary>
    public IReadOnlyList<IPEndPoint> Servers { get; init; } = [];

    /// <summary>Time for one server to answer one try, UDP and TCP each. 100 ms to 60 s, default 3 s.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Time for a whole look-up on the wire, CNAMEs and all servers included, and before it as much for the wait for a
    /// place. 100 ms to 5 min, default 20 s.
    /// </summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often every server is asked before giving up. 1 to 10, default 2.</summary>
    public int Rounds { get; init; } = 2;

    /// <summary>Whether each look-up begins at the next server instead of the first. Default no.</summary>
    public bool Rotate { get; init; }

    /// <summary>
    /// Look-ups on the wire at once (one socket each); more wait, clients in turn. A client gets at most half of them,
    /// and less when others ask too. 1 to 10,000, default 256.
    /// </summary>
    public int ConcurrencyMax { get; init; } = 256;

    /// <summary>
    /// Look-ups that wait at most, about 2 kB each; more fail at once. A client gets at most half of them, and less
    /// when others wait too. 1 to 1,000,000, default 100,000.
    /// </summary>
    public int WaitingMax { get; init; } = 100_000;

    /// <summary>Answers kept at most; the least recently used leave first. 0 keeps none. Default 20,000.</summary>
    public int CacheEntriesMax { get; init; } = 20_000;

    /// <summary>Size of the answers kept at most, in octets, about. 64 KiB to 4 GiB, default 64 MiB.</summary>
    public long CacheOctetsMax { get; init; } = 64L << 20;

    /// <summary>An answer is kept at least so long, whatever its TTL says. 0 to 5 min, default 5 s.</summary>
    /// <remarks>A TTL of 0 on a busy destination would otherwise mean a look-up for every message.</remarks>
    public TimeSpan TtlMin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>An answer is kept at most so long. Default 1 day; not less than <see cref="TtlMin"/>.</summary>
    public TimeSpan TtlMax { get; init; } = TimeSpan.FromDays(1);

    /// <summary>A negative answer is kept at most so long (RFC 2308 §5 suggests 1 to 3 h). Default 15 min.</summary>
    public TimeSpan NegativeTtlMax { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// A failure is kept so long, so that a dead server is not asked for every message (RFC 9520 §3.2). Default 5 s.
    /// </summary>
    public TimeSpan FailureTtl { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="ArgumentException">A value is outside its range; the message names all of them.</exception>
    public void Validate()
    {
        var wrong = new List<string>();
        Check(Servers.Count <= ServersMax, $"Servers: at most {ServersMax}");
        Check(Within(TryTimeout, 0.1, 60), "TryTimeout: 100 ms to 60 s");
        Check(Within(TotalTimeout, 0.1, 300), "TotalTimeout: 100 ms to 5 min");
        Check(Rounds is >= 1 and <= 10, "Rounds: 1 to 10");
        Check(ConcurrencyMax is >= 1 and <= 10_000, "ConcurrencyMax: 1 to 10,000");
        Check(WaitingMax is >= 1 and <= 1_000_000, "WaitingMax: 1 to 1,000,000");
        Check(CacheEntriesMax is >= 0 and <= 10_000_000, "CacheEntriesMax: 0 to 10,000,000");
        Check(CacheOctetsMax is >= 64 << 10 and <= 4L << 30, "CacheOctetsMax: 64 KiB to 4 GiB");
        Check(Within(TtlMin, 0, 300), "TtlMin: 0 to 5 min");
        Check(TtlMax >= TtlMin && TtlMax <= TimeSpan.FromDays(7), "TtlMax: TtlMin to 7 d");
        Check(Within(NegativeTtlMax, 0, 10_800), "NegativeTtlMax: 0 to 3 h");
        Check(Within(FailureTtl, 0, 300), "FailureTtl: 0 to 5 min (RFC 9520 §3.2)");
        if (wrong.Count > 0)
            throw new ArgumentException("Resolver options out of range. " + string.Join("; ", wrong) + ".");

        void Check(bool fine, string rule)
        {
            if (!fine)
                wrong.Add(rule);
        }
    }

    /// <summary>Servers at most.</summary>
    public const int ServersMax = 16;

    private static bool Within(TimeSpan value, double secondsMin, double secondsMax) =>
        value.TotalSeconds >= secondsMin && value.TotalSeconds <= secondsMax;
}
