using Actors.Grains.Ids;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.World;

/// <summary>Routes by script: without one, every domain is a site of its own.</summary>
internal sealed class Routing : IRouting
{
    public Func<DomainName, Route> Script { get; set; } = domain => new Route.Site(domain.Ascii, NeverRests: false);

    /// <summary>Holds look-ups until it is completed; null answers at once.</summary>
    public TaskCompletionSource? Dns { get; set; }

    public async ValueTask<Route> Find(DomainName domain, TenantId tenant)
    {
        if (Dns is { } dns)
            await dns.Task;
        return Script(domain);
    }

    public ValueTask<Route> FindOwn(DomainName domain, AccountKey account) =>
        new(new Route.Site($"own/{account}", NeverRests: false));
}

/// <summary>Always in the middle.</summary>
internal sealed class EvenChance : IChance
{
    public double Next() => 0.5;
}

internal sealed class SeededIds(int seed) : IIdSource
{
    private readonly Random random = new(seed);

    public void Fill(Span<byte> chance) => random.NextBytes(chance);
}

internal sealed class ExamplePublicUrl : IPublicUrl
{
    public Uri Value { get; } = new("https://mail.example.org/");

    public bool IsGiven => true;
}

internal sealed class NoDirectory : IPlatformDirectory
{
    public void Update(PlatformSettings settings)
    {
        // routes are the test's own
    }
}

/// <summary>Keeps the checks that were asked for; a test says how each ends.</summary>
internal sealed class AccountChecks : IAccountChecks
{
    public List<CheckOrder> Started { get; } = [];

    public void Start(CheckOrder order) => Started.Add(order);
}

internal sealed class OpenGuard : IEgressGuard
{
    public string? Refuse(string host) => null;

    public string? RefuseSource(string address) => null;
}
