using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;

namespace Actors.Grains.Couriers;

/// <summary>Hands attempts out to the wire: lanes, fairness between tenants, slots per destination.</summary>
/// <remarks>Key: the source IP address, or <see cref="CourierKey.Default"/> for the system's own choice.</remarks>
[Alias("courier")]
public interface ICourierGrain : IGrainWithStringKey
{
    /// <summary>Takes an attempt over. A message it has already is not taken twice.</summary>
    /// <returns>Null when taken; else, when its queue is full, how long to wait before asking again.</returns>
    Task<TimeSpan?> Enqueue(DeliveryOrder order);

    /// <summary>A slot is free again.</summary>
    [OneWay]
    Task Finished(MessageKey message, string site, SlotResult result);

    /// <summary>Takes a message that waits in a lane back out.</summary>
    /// <returns>False when it is on the wire already.</returns>
    Task<bool> Withdraw(MessageKey message);
}

public static class CourierKey
{
    public const string Default = "default";
}

/// <summary>One attempt to be made.</summary>
/// <param name="Attempt">Counted from 1.</param>
/// <param name="Variables">The recipient's values for <c>{{name}}</c>.</param>
/// <param name="EnvelopeDsn">RET and ENVID; null for neither.</param>
/// <param name="RecipientDsn">NOTIFY and ORCPT; null for neither.</param>
/// <param name="Author">From of this recipient's copy; null for the submission's.</param>
/// <param name="ByOwnServer">It goes to the account's own server, whatever the recipient.</param>
/// <param name="List">The list it is for; null for none.</param>
/// <param name="Bypass">What on the blacklist it is sent in spite of.</param>
[GenerateSerializer, Immutable, Alias("delivery-order")]
public sealed record DeliveryOrder(
    MessageKey Message,
    AccountId Account,
    MailStream Stream,
    EmailAddress Recipient,
    ReversePath ReversePath,
    long Epoch,
    int Attempt,
    OnUncertain OnUncertain,
    ImmutableDictionary<string, string> Variables,
    EnvelopeDsn? EnvelopeDsn = null,
    RecipientDsn? RecipientDsn = null,
    Mailbox? Author = null,
    bool ByOwnServer = false,
    string? List = null,
    Bypasses Bypass = Bypasses.None);

/// <summary>What an attempt told about its destination.</summary>
public enum SlotResult
{
    /// <summary>The server answered.</summary>
    Answered = 0,

    /// <summary>No connection could be made.</summary>
    Unreachable = 1,

    /// <summary>It was not tried.</summary>
    Unused = 2,
}
