using System.Collections.Immutable;
using Actors.Grains.Allowances;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Subscriptions;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>Counts by going through all that happened: what the real store adds up in its commits.</summary>
internal sealed class MemoryCounts(MemoryStore store) : IAllowanceReader, IHealthReader
{
    /// <summary>Contacts that a test says there are.</summary>
    public long Active { get; set; }

    /// <summary>Holds readings until it is completed; null answers at once.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>How often outcomes were read.</summary>
    public int Readings { get; private set; }

    public Task<long> Messages(TenantId tenant, BillingMonth month) => Task.FromResult(store.Events
        .Where(one => one.Message.Tenant == tenant && BillingMonth.Of(store[one.Message].AcceptedAt) == month)
        .Sum(one => (long)ChargeRules.Change(store[one.Message] with { Pending = [one.Event] })));

    public Task<long> ActiveContacts(TenantId tenant) => Task.FromResult(Active);

    public Task<int> NewContacts(TenantId tenant, ImmutableArray<EmailAddress> addresses) =>
        Task.FromResult(addresses.Length);

    public async Task<ImmutableArray<HealthHour>> Read(TenantId tenant, DateTimeOffset from)
    {
        Readings++;
        if (Gate is { } gate)
            await gate.Task;
        return
        [
            .. Counted(tenant).Where(one => one.Hour >= HealthBook.HourOf(from))
                .GroupBy(one => (one.Account, one.Hour))
                .Select(hour => new HealthHour(
                    hour.Key.Account, hour.Key.Hour,
                    hour.Aggregate(default(HealthCounts), (sum, one) => sum + one.Counts)))
                .Where(hour => !hour.Counts.IsNothing),
        ];
    }

    /// <summary>Of messages, and of contacts whose messages are erased.</summary>
    private IEnumerable<HealthHour> Counted(TenantId tenant) => store.Events
        .Where(one => one.Message.Tenant == tenant)
        .Select(one => new HealthHour(
            store[one.Message].Account, HealthBook.HourOf(one.Event.At), HealthEvents.Of(one.Event)))
        .Concat(store.Outcomes.Where(one => one.Tenant == tenant).Select(one => new HealthHour(
            one.Outcome.Account, HealthBook.HourOf(one.Outcome.At), one.Outcome.Counts)));
}
