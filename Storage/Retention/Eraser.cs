using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Thresholds;
using Actors.Storage.Databases;
using Actors.Storage.Submissions;
using Actors.Storage.Writing;

namespace Actors.Storage.Retention;

/// <summary>Erases what is over, in small writes between everybody else's, and files no row names.</summary>
/// <remarks>A fault ends a round; the next one goes on where it ended.</remarks>
internal sealed class Eraser : IDisposable
{
    private static readonly Sql AllTenants = new("SELECT no, name FROM tenants WHERE no > ?1 ORDER BY no LIMIT 1");

    private readonly IDatabase database;
    private readonly GroupCommit writer;
    private readonly ContentFiles files;
    private readonly OrphanSweep sweep;
    private readonly TimeProvider time;
    private readonly RetentionPeriods periods;
    private readonly CancellationTokenSource closing = new();
    private ITimer? timer;
    private Task round = Task.CompletedTask;

    public Eraser(
        IDatabase database, GroupCommit writer, ContentFiles files, OrphanSweep sweep, RetentionPeriods periods,
        TimeProvider time)
    {
        (this.database, this.writer, this.files, this.sweep) = (database, writer, files, sweep);
        (this.periods, this.time) = (periods, time);
    }

    /// <summary>Begins the rounds, the first of them now.</summary>
    public void Start() => timer = time.CreateTimer(_ => Begin(), null, TimeSpan.Zero, RetentionLimits.Interval);

    /// <summary>Erases all that is over at present.</summary>
    public async Task Round(CancellationToken cancellation = default)
    {
        await sweep.Run(cancellation);
        var now = time.GetUtcNow();
        var before = StoredTime.Of(now - SubmissionLimits.IdempotencyRetention);
        while (await writer.Add(before, static b => new ForgetKeysWrite(b)) > 0)
            cancellation.ThrowIfCancellationRequested();
        var hour = StoredTime.HourOf(now - ThresholdLimits.LongWindow);
        for (var tenant = await Next(0); tenant is { } one; tenant = await Next(one.Number))
            await Erase(one.Id, one.Number, StoredTime.Of(now - await periods.Of(one.Id)), hour, cancellation);
    }

    public void Dispose()
    {
        timer?.Dispose();
        closing.Cancel();
        round.GetAwaiter().GetResult();
        closing.Dispose();
    }

    private void Begin()
    {
        if (round.IsCompleted)
            round = Unattended();
    }

    private async Task Unattended()
    {
        try
        {
            await Round(closing.Token);
        }
        catch (Exception fault) when (
            fault is OperationCanceledException or StoreUnavailableException or DatabaseException)
        {
            // See the remarks.
        }
    }

    /// <param name="hour">Before it, outcomes are in no window any more.</param>
    private async Task Erase(TenantId id, long tenant, long before, int hour, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var erased = await writer.Add(
                (id, tenant, before, hour), static w => new ErasureWrite(w.id, w.tenant, w.before, w.hour));
            foreach (var submission in erased.Files)
                files.Delete(id, submission);
            if (erased.Rows == 0)
                return;
        }
    }

    private async Task<(long Number, TenantId Id)?> Next(long after)
    {
        using var reading = await database.Read();
        using var row = reading.Prepare(AllTenants);
        row.Bind(1, after);
        return row.Step() ? (row.Number(0), TenantId.Parse(row.Text(1))) : null;
    }
}
