using Actors.Grains.Couriers;
using Actors.Grains.PlatformMails;

namespace Actors.Grains.Contacts;

/// <summary>Asks the recipient before an attempt. Who asks waits for one call and one read of a row.</summary>
public sealed class Consent(IGrainFactory grains)
{
    /// <remarks>The platform's own mails, such as links to a new password, ask nobody.</remarks>
    public Task<SendingAnswer> Ask(DeliveryOrder order) => order.Message.Tenant == PlatformSender.Tenant
        ? Task.FromResult(SendingAnswer.Yes)
        : grains.Contact(ContactKey.Of(order.Message.Tenant, order.Recipient)).MaySend(new SendingQuestion(
            order.Recipient.Domain, order.Stream, order.List, order.Bypass));
}
