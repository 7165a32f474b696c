using Actors.Grains.Answers;

namespace Actors.Grains.Contacts;

/// <summary>What a tenant knows of one address, and whether it may be written to; or a domain on its
/// blacklist.</summary>
/// <remarks>Key: <see cref="ContactKey"/>. Every method is safe to repeat.</remarks>
[Alias("contact")]
public interface IContactGrain : IGrainWithStringKey
{
    /// <summary>Asked before each attempt. Writes nothing.</summary>
    Task<SendingAnswer> MaySend(SendingQuestion question);

    /// <summary>Told of a message's end, or of what came after it. Telling it twice changes once.</summary>
    Task Apply(ContactCause cause);

    /// <param name="command">What is asked.</param>
    /// <param name="ifMatch">The version that was seen; null where nobody asks.</param>
    /// <returns>What is known afterwards; <see cref="Answer.NotFound"/> where nothing is.</returns>
    Task<Answer<ContactView>> Ask(ContactCommand command, string? ifMatch);

    /// <returns><see cref="Answer.NotFound"/> where nothing is known.</returns>
    Task<Answer<ContactView>> Get();
}
