using System.Collections.Immutable;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Couriers;

internal static class Orders
{
    public static DeliveryOrder Of(
        string tenant, int number, MailStream stream = MailStream.Transactional, int attempt = 1, long epoch = 1) =>
            new(
        Key(tenant, number), AccountId.Parse("acc_shop"), stream, EmailAddress.Parse("ann@example.com"),
        ReversePath.Null, epoch, attempt, OnUncertain.Retry, ImmutableDictionary<string, string>.Empty);

    public static MessageKey Key(string tenant, int number) => new(
        TenantId.Parse(tenant),
        new MessageId(SubmissionId.FromKey(SortableId.Floor(DateTimeOffset.UnixEpoch)), number));
}
