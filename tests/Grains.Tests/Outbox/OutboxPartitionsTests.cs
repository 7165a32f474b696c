using Actors.Grains.Ids;
using Actors.Grains.Outbox;

namespace Actors.Grains.Tests.Outbox;

public sealed class OutboxPartitionsTests
{
    [Fact]
    public void a_message_keeps_its_partition_for_ever()
    {
        const string id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

        for (var recipient = 0; recipient < 8; recipient++)
            OutboxPartitions.Of(new MessageId(SubmissionId.FromKey(id), recipient)).ShouldBe(Fnv(id, recipient));
    }

    [Fact]
    public void messages_spread_over_all_partitions()
    {
        var chance = new Random(1);
        var bytes = new byte[10];
        var counts = new int[OutboxPartitions.Count];
        for (var i = 0; i < 16_000; i++)
        {
            chance.NextBytes(bytes);
            counts[OutboxPartitions.Of(new MessageId(SubmissionId.Create(DateTimeOffset.UnixEpoch, bytes), 0))]++;
        }

        counts.ShouldAllBe(count => count > 850 && count < 1_150);
    }

    /// <summary>FNV-1a as its definition writes it, in 64 bits and cut afterwards.</summary>
    private static int Fnv(string text, int recipient)
    {
        ulong hash = 2166136261;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619 % (1UL << 32);
        hash = (hash ^ (uint)recipient) * 16777619 % (1UL << 32);
        return (int)((hash >> 8) % 16);
    }
}
