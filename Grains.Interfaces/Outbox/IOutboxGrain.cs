using Actors.Grains.Ids;
using Actors.Grains.Messages;

namespace Actors.Grains.Outbox;

/// <summary>An alarm clock for a share of all messages: wakes each when it is due, and holds nothing else.</summary>
/// <remarks>Key: <see cref="OutboxPartitions.KeyOf(int)"/>. A lost notice delays a message and never loses it:
/// the window is read again every minute.</remarks>
[Alias("outbox")]
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>Starts the clock; repeating it changes nothing.</summary>
    Task Start();

    /// <summary>A message became due earlier than the next reading of the window would see.</summary>
    [OneWay]
    Task Watch(MessageKey message, DateTimeOffset dueAt);

    /// <summary>What was held for this reason may go on.</summary>
    /// <param name="account">Only this account's; null for all.</param>
    [OneWay]
    Task Release(HoldReason reason, AccountKey? account);

    /// <summary>What of a tenant's was held for this reason may go on.</summary>
    [OneWay]
    Task ReleaseTenant(HoldReason reason, TenantId tenant);

    /// <summary>Effects were stored; were this notice lost, the next reading would find them.</summary>
    [OneWay]
    Task CarryOutEffects();
}

public static class OutboxPartitions
{
    /// <summary>Fixed for the life of a database: rows carry their partition.</summary>
    public const int Count = 16;

    public static string KeyOf(int partition) => partition.ToString("x", null);

    /// <summary>The same on every machine and in every version (FNV-1a).</summary>
    public static int Of(MessageId message)
    {
        var hash = 2166136261u;
        foreach (var c in message.Submission.Value)
            hash = (hash ^ c) * 16777619u;
        return (int)(((hash ^ (uint)message.Recipient) * 16777619u >> 8) % Count);
    }
}
