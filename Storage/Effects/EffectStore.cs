using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Messages;
using Actors.Storage.Writing;

namespace Actors.Storage.Effects;

/// <summary>Reads effects in their order, and erases those that were carried out.</summary>
internal sealed class EffectStore(IDatabase database, GroupCommit writer, MessageLookup lookup) : IEffectStore
{
    private static readonly Sql OfPartition = new("""
        SELECT no, message, submission, kind FROM effects WHERE partition = ?1 AND no > ?2 ORDER BY no LIMIT ?3
        """);

    public async Task<ImmutableArray<StoredEffect>> Read(int partition, long after, int limit)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(OfPartition);
        rows.Bind(1, (long)partition);
        rows.Bind(2, after);
        rows.Bind(3, (long)limit);
        var effects = ImmutableArray.CreateBuilder<StoredEffect>();
        while (rows.Step())
            effects.Add(new StoredEffect(rows.Number(0), KeyOf(reading, rows), (MessageEffect)rows.Number(3)));
        return effects.DrainToImmutable();
    }

    public Task Done(long number) => writer.Add(number, static done => new EffectRemoval(done));

    private MessageKey KeyOf(IReading reading, IStatement row)
    {
        var message = row.Number(1);
        return new MessageKey(
            lookup.Tenants.NameOf(RowNumbers.TenantOf(message), reading),
            new MessageId(SubmissionId.FromKey(row.Text(2)), RowNumbers.RecipientOf(message)));
    }
}
