using Actors.Grains.Contacts;
using Actors.Mail.Addresses;

namespace Actors.Grains.Messages;

/// <summary>One message for one recipient: its lifecycle, attempts, retry schedule and deadline.</summary>
/// <remarks>Key: <see cref="Ids.MessageKey"/>. Every method is safe to repeat and safe when late.</remarks>
[Alias("message")]
public interface IMessageGrain : IGrainWithStringKey
{
    /// <summary>Its submission was committed: begin. Nobody waits for the first attempt.</summary>
    [OneWay]
    Task Begin();

    /// <summary>It is due: the outbox' alarm.</summary>
    /// <returns>When to wake it again, or null when there is nothing more to wake it for.</returns>
    Task<DateTimeOffset?> Wake();

    /// <summary>An attempt ended.</summary>
    Task Report(AttemptReport report);

    /// <summary>The attempt is about to say MAIL FROM.</summary>
    /// <returns>False when it must not: cancelled, expired or taken over by a later epoch meanwhile.</returns>
    Task<bool> MayStart(int attempt, long epoch);

    Task<CommandResult> Apply(MessageCommand command);

    /// <summary>Something is heard of it from outside, whatever its phase, which it does not change. Told twice, it
    /// happens once.</summary>
    /// <returns>False when the message is not stored any more: then its recipient has to be told directly, see
    /// <see cref="Contacts.IContactGrain.Apply"/>.</returns>
    Task<bool> Hear(LateReport report);

    /// <returns>What its recipient is told of that event; null when there is nothing to tell.</returns>
    [ReadOnly]
    Task<ContactCause?> Cause(ContactNews news);

    /// <returns>Who stands in From of this copy; null where that is who stands in From of the whole
    /// submission.</returns>
    [ReadOnly]
    Task<EmailAddress?> Author();

    /// <returns>How the message failed for good; null when it has not.</returns>
    [ReadOnly]
    Task<MessageFailure?> Failure();
}
