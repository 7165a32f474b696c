using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Tests.World;

/// <summary>Does what domains order by script, on whatever it is given to run on.</summary>
internal sealed class ScriptedDns(Func<IGrainFactory> grains, Action<Func<Task>> run) : IDomainWorks
{
    /// <summary>How every required record of a domain stands; the others are found.</summary>
    public Func<DomainKey, RecordState> Script { get; set; } = _ => RecordState.Missing;

    /// <summary>What was ordered, in order.</summary>
    public List<DomainOrder> Orders { get; } = [];

    /// <summary>Whether the process dies before it answers.</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether the platform's zone takes updates.</summary>
    public bool Publishes { get; set; } = true;

    public void Start(DomainOrder order)
    {
        Orders.Add(order);
        if (!IsLost)
            run(() => grains().GetGrain<IDomainGrain>(order.Domain.ToString()).Report(Answer(order)));
    }

    private DomainReport Answer(DomainOrder order) => order.KeySlots.IsEmpty
        ? new DomainReport(order.Ticket, [], Publishes, [.. order.Records.Select(record => See(order.Domain, record))])
        : new DomainReport(
            order.Ticket, [.. order.KeySlots.Select(slot => new NewKey(slot, "cHVibGlj", $"sealed-{order.Ticket}"))],
            false, []);

    private SeenRecord See(DomainKey domain, WantedRecord record)
    {
        var state = DomainRecords.IsRequired(record.Purpose) ? Script(domain) : RecordState.Found;
        return new SeenRecord(record.Purpose, state, $"{state}");
    }
}

internal sealed class NoDomainDirectory : IDomainDirectory
{
    public void Forget(DomainKey domain)
    {
        // nothing is remembered
    }
}
