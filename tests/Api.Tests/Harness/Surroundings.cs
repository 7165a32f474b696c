using System.Security.Cryptography;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;

namespace Actors.Api.Tests.Harness;

/// <summary>Mail to <c>held.test</c> is withheld, as if live delivery were off; any other has a site.</summary>
internal sealed class Routing : IRouting
{
    public ValueTask<Route> Find(DomainName domain, TenantId tenant) =>
        ValueTask.FromResult<Route>(domain.Ascii == "held.test"
            ? new Route.Withheld(HoldReason.LiveDeliveryOff)
            : new Route.Site(domain.Ascii, NeverRests: true));

    public ValueTask<Route> FindOwn(DomainName domain, AccountKey account) =>
        ValueTask.FromResult<Route>(new Route.Site($"own/{account}", NeverRests: true));
}

internal sealed class LoopbackGuard : IEgressGuard
{
    public string? Refuse(string host) =>
        host.StartsWith("127.", StringComparison.Ordinal) ? "Loopback targets are not allowed." : null;

    public string? RefuseSource(string address) =>
        address.StartsWith("192.0.2.", StringComparison.Ordinal) ? null : $"{address} is no address of this host.";
}

internal sealed class ExamplePublicUrl : IPublicUrl
{
    public Uri Value { get; } = new("https://mail.example.org/");

    public bool IsGiven => true;
}

/// <summary>No listener and no delivery of the test reads the operator's settings.</summary>
internal sealed class NoDirectory : IPlatformDirectory
{
    public void Update(PlatformSettings settings) { }
}

internal sealed class Ids : IIdSource, IChance
{
    public void Fill(Span<byte> chance) => RandomNumberGenerator.Fill(chance);

    public double Next() => 0.5;
}

/// <summary>Tells when a reader has begun to wait for an event.</summary>
public sealed class ObservedEvents(IEventReader events) : IEventReader
{
    private TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Arm it before the request that will wait.</summary>
    public Task NextWait()
    {
        waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return waiting.Task;
    }

    public Task<EventPage?> Read(TenantId tenant, long after, int limit) => events.Read(tenant, after, limit);

    public Task<long> Oldest(TenantId tenant) => events.Oldest(tenant);

    public Task WaitFor(TenantId tenant, long after, CancellationToken cancellation)
    {
        var wait = events.WaitFor(tenant, after, cancellation);
        waiting.TrySetResult();
        return wait;
    }
}

/// <summary>The real store, which fails when a test wants it to.</summary>
public sealed class FailingStore(ISubmissionStore store) : ISubmissionStore
{
    public Exception? Fault { get; set; }

    public Task<bool> Commit(SubmissionRecord record) =>
        Fault is null ? store.Commit(record) : Task.FromException<bool>(Fault);

    public Task<IdempotencyRecord?> FindIdempotent(TenantId tenant, string key) => store.FindIdempotent(tenant, key);
}

/// <summary>Readiness as a test wants it.</summary>
public sealed class SwitchableReadiness : IReadiness
{
    public string Name => "store";

    public string? Fault { get; set; }

    public ValueTask<string?> Check(CancellationToken cancellation) => ValueTask.FromResult(Fault);
}

/// <summary>Every server passes, but one whose name begins with <c>broken</c>.</summary>
internal sealed class AnsweredChecks(IGrainFactory grains, TimeProvider time) : IAccountChecks
{
    public void Start(CheckOrder order)
    {
        var broken = order.Relay.Server.Host.StartsWith("broken", StringComparison.Ordinal);
        var check = broken
            ? new AccountCheck(time.GetUtcNow(), false, "login", "The server refused user name or password.", "535 No")
            : new AccountCheck(time.GetUtcNow(), true, "content", "The server took the test message.", "250 Ok");
        _ = grains.GetGrain<ISmtpAccountGrain>(order.Account.ToString())
            .Checked(order.Serial, new CheckResult(check, broken ? "" : "C: EHLO"));
    }
}
