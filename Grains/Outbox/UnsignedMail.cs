using System.Collections.Concurrent;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;

namespace Actors.Grains.Outbox;

/// <summary>Releases mail that waits for a certificate which could not be used, once it can be: nobody tells when a
/// secret key that was missing is back.</summary>
public sealed class UnsignedMail(
    IDueMessages due, IContentReader contents, ISenderDirectory senders, IGrainFactory grains)
{
    /// <summary>Where each partition goes on, so that no sender's mail keeps another's from being looked at. Not
    /// stored: a new process begins at the first.</summary>
    private readonly ConcurrentDictionary<int, MessageKey> places = new();

    /// <summary>Looks at the next few.</summary>
    public async Task ReleaseWhatCanBeSigned(int partition)
    {
        MessageKey? after = places.TryRemove(partition, out var place) ? place : null;
        var page = await due.ReadHeld(
            partition, HoldReason.SignatureUnavailable, null, after, OutboxLimits.UnsignedLookedAt);
        foreach (var key in page)
        {
            var message = grains.GetGrain<IMessageGrain>(key.ToString());
            var author = await message.Author()
                ?? (await contents.Read(key.Tenant, key.Message.Submission))?.Source.Author;
            if (author is null || await senders.CanSign(SenderKey.Of(key.Tenant, author)))
                await message.Apply(MessageCommand.Release);
        }
        if (page.Length == OutboxLimits.UnsignedLookedAt)
            places[partition] = page[^1];
    }
}
