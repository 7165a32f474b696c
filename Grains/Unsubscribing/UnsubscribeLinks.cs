using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Macs;
using Actors.Mail.Unsubscribing;

namespace Actors.Grains.Unsubscribing;

/// <summary>Makes the links by which recipients leave, and reads them.</summary>
/// <param name="keys">Read when the first link is made or read.</param>
public sealed class UnsubscribeLinks(Func<MacKeys> keys, IPublicUrl url) : IUnsubscribeLinks
{
    private readonly Lazy<MacKeys> keys = new(keys);

    /// <returns>Null for what nobody can leave: the platform's own mail, answers of programs, and the question whether
    /// somebody wants to be on a list.</returns>
    public UnsubscribeOffer? Of(DeliveryOrder order)
    {
        var isOwn = order.Message.Tenant == PlatformSender.Tenant || order.ReversePath.IsNull;
        if (isOwn || order.Bypass.HasFlag(Bypasses.Confirmation))
            return null;
        return new UnsubscribeOffer(() => Url(order), url.IsGiven && order.Stream == MailStream.Marketing);
    }

    public UnsubscribeClaim? Read(string token)
    {
        if (!UnsubscribeToken.TryRead(keys.Value, token, out var subject)
            || !ContactHash.TryParse(subject.Contact, out var contact))
            return null;
        var message = new MessageId(
            SubmissionId.FromKey(SortableId.FromBits(subject.Submission)), subject.Recipient);
        return new UnsubscribeClaim(new MessageKey(TenantId.Parse(subject.Tenant), message), contact, subject.List);
    }

    private string Url(DeliveryOrder order)
    {
        var subject = new UnsubscribeSubject(
            order.Message.Tenant.Value, SortableId.ToBits(order.Message.Message.Submission.Value),
            order.Message.Message.Recipient, ContactHash.Of(order.Recipient).Value, order.List);
        return new Uri(url.Value, "u/" + UnsubscribeToken.Make(keys.Value, subject)).AbsoluteUri;
    }
}
