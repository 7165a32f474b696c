using System.Collections.Immutable;
using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Storage.Databases;
using Actors.Storage.Messages;
using Actors.Storage.Writing;

namespace Actors.Storage.Effects;

/// <summary>Reads effects in their order, erases those that were carried out, and keeps what became of the
/// others.</summary>
internal sealed class EffectStore(IDatabase database, GroupCommit writer, MessageLookup lookup) : IEffectStore
{
    private static readonly Sql DueOfPartition = new("""
        SELECT no, message, submission, kind, failures, first_failed_at FROM effects INDEXED BY effects_due
        WHERE partition = ?1 AND due_at <= ?2 ORDER BY due_at, no LIMIT ?3
        """);

    private static readonly Sql FailedFrom = new("""
        SELECT no, message, submission, kind, failures, first_failed_at, reason FROM effects INDEXED BY effects_failed
        WHERE due_at IS NULL AND no > ?1 ORDER BY no LIMIT ?2
        """);

    public async Task<ImmutableArray<StoredEffect>> ReadDue(int partition, DateTimeOffset now, int limit)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(DueOfPartition);
        rows.Bind(1, (long)partition);
        rows.Bind(2, StoredTime.Of(now));
        rows.Bind(3, (long)limit);
        var effects = ImmutableArray.CreateBuilder<StoredEffect>();
        while (rows.Step())
            effects.Add(new StoredEffect(
                rows.Number(0), KeyOf(reading, rows), (MessageEffect)rows.Number(3), (int)rows.Number(4),
                rows.IsNull(5) ? null : StoredTime.Read(rows.Number(5))));
        return effects.DrainToImmutable();
    }

    public Task Done(long number) => writer.Add(number, static done => new EffectRemoval(done));

    public Task PutOff(long number, EffectSetback setback) =>
        writer.Add((number, setback), static failed => new EffectPutOff(failed.number, failed.setback));

    public async Task<ImmutableArray<FailedEffect>> ReadFailed(long after, int limit)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(FailedFrom);
        rows.Bind(1, after);
        rows.Bind(2, (long)limit);
        var effects = ImmutableArray.CreateBuilder<FailedEffect>();
        while (rows.Step())
            effects.Add(new FailedEffect(
                rows.Number(0), KeyOf(reading, rows), KindOf((MessageEffect)rows.Number(3)), (int)rows.Number(4),
                StoredTime.Read(rows.Number(5)), rows.Text(6)));
        return effects.DrainToImmutable();
    }

    public Task<int> RetryFailed(int limit) => writer.Add(limit, static most => new EffectRetry(most));

    private static string KindOf(MessageEffect effect) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(effect.ToString());

    private MessageKey KeyOf(IReading reading, IStatement row)
    {
        var message = row.Number(1);
        return new MessageKey(
            lookup.Tenants.NameOf(RowNumbers.TenantOf(message), reading),
            new MessageId(SubmissionId.FromKey(row.Text(2)), RowNumbers.RecipientOf(message)));
    }
}
