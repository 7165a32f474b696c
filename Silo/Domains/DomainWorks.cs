using System.Collections.Immutable;
using System.Text;
using Actors.Dns;
using Actors.Grains.Domains;
using Actors.Grains.Ports;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Silo.Domains;

/// <summary>Makes keys, updates the zone and asks DNS, outside of grain turns.</summary>
public sealed class DomainWorks(
    IGrainFactory grains, ZoneKeeper zone, CheckResolver resolver, ISecretBox secrets, TimeProvider time,
    ILogger<DomainWorks> log) : IDomainWorks, IDisposable
{
    /// <summary>Orders under way at once, over all tenants.</summary>
    public const int AtOnceMax = 32;

    /// <summary>Orders of one tenant under way at once: those whose DNS is silent take their whole time.</summary>
    public const int AtOncePerTenantMax = 4;

    /// <summary>For one order as a whole; records that were not looked at by then are unknown.</summary>
    public static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private readonly TenantQueue queue = new(AtOnceMax, AtOncePerTenantMax);
    private readonly CancellationTokenSource stop = new();

    public void Start(DomainOrder order)
    {
        lock (gate)
            queue.Add(order);
        Pump();
    }

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private void Pump()
    {
        while (!stop.IsCancellationRequested)
        {
            DomainOrder? order;
            lock (gate)
                if (!queue.TryTake(out order))
                    return;
            ThreadPool.UnsafeQueueUserWorkItem(
                static work => _ = work.Self.Run(work.order), (Self: this, order), preferLocal: false);
        }
    }

    /// <summary>What ends in a fault is told nothing: the grain asks again.</summary>
    private async Task Run(DomainOrder order)
    {
        try
        {
            var report = order.KeySlots.IsEmpty
                ? await Look(order)
                : new DomainReport(order.Ticket, [.. order.KeySlots.Select(slot => Make(order, slot))], false, []);
            await grains.GetGrain<IDomainGrain>(order.Domain.ToString()).Report(report);
        }
        catch (Exception fault)
        {
            if (!stop.IsCancellationRequested)
                log.LogWarning(fault, "what is to be done for {Domain} failed and is done later", order.Domain);
        }
        finally
        {
            lock (gate)
                queue.Finished(order.Domain.Tenant);
            Pump();
        }
    }

    private NewKey Make(DomainOrder order, int slot)
    {
        using var key = PrivateKey.Generate();
        return new NewKey(
            slot,
            Convert.ToBase64String(key.Public.Info.Span),
            secrets.Seal(DomainSecrets.KeyPurpose(order.Domain), Encoding.ASCII.GetBytes(key.ExportPem())));
    }

    private async Task<DomainReport> Look(DomainOrder order)
    {
        using var timer = new CancellationTokenSource(TimeMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stop.Token);
        var published = order.Publish is not { } sets || await zone.Publish(sets, either.Token);
        var dns = new ResolverLookup(resolver.Resolver, order.Domain.Tenant.Value);
        var seen = ImmutableArray.CreateBuilder<SeenRecord>();
        foreach (var record in order.Records)
        {
            var finding = await LookAt(record, dns, either.Token);
            seen.Add(new SeenRecord(record.Purpose, finding.State, finding.Text));
        }
        return new DomainReport(order.Ticket, [], published, seen.ToImmutable());
    }

    private async Task<RecordFinding> LookAt(WantedRecord record, ResolverLookup dns, CancellationToken cancellation)
    {
        try
        {
            return await RecordExamination.Look(Expected(record), dns, cancellation);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new RecordFinding(record.Purpose, RecordState.Unknown, "DNS gave no answer in time");
        }
    }

    private static ExpectedRecord Expected(WantedRecord record) => record.Type == "CNAME"
        ? new ExpectedRecord.Alias(record.Purpose, record.Name, record.Value, KeyOf(record))
        : new ExpectedRecord.Policy(record.Purpose, record.Name, record.Value);

    private static PublicKey? KeyOf(WantedRecord record) =>
        record.PublicKey is { } text && PublicKey.TryRead(text, out var key) ? key : null;
}

/// <summary>A resolver that remembers nothing, so that what was mended is found at once.</summary>
public sealed class CheckResolver(ResolverOptions options, TimeProvider time, Random random) : IDisposable
{
    private readonly StubResolver resolver = new(options with { CacheEntriesMax = 0 }, time, random);

    public IResolver Resolver => resolver;

    public void Dispose() => resolver.Dispose();
}
