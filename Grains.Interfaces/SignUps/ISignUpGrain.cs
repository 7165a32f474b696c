using System.Collections.Immutable;
using Actors.Grains.Alarms;
using Actors.Grains.Links;
using Actors.Grains.Submissions;

namespace Actors.Grains.SignUps;

/// <summary>The double opt-in of one address at one tenant: sends the question, and hears the answer.</summary>
/// <remarks>Key: <see cref="Contacts.ContactKey"/>.</remarks>
[Alias("sign-up")]
public interface ISignUpGrain : IAlarmed
{
    /// <returns>Why the tenant could not send such a message; null where it can. It says nothing of the
    /// address.</returns>
    Task<Refusal?> Check(SignUpSender sender);

    /// <summary>Tells nobody what became of it: whether there is a message depends on what is known of the address, and
    /// on how many there were.</summary>
    Task Ask(SignUp signUp);

    /// <returns>How the latest question stands; null where nothing was asked, or long ago.</returns>
    [ReadOnly]
    Task<SignUpView?> Get();

    /// <returns>The question as JSON, without what its link is known by; null where none waits for an answer.</returns>
    [ReadOnly]
    Task<string?> Export();

    /// <param name="hash">Of the token in a link.</param>
    [ReadOnly]
    Task<SignUpLink> Link(string hash);

    /// <summary>Makes the contact active. Repeating it changes nothing.</summary>
    /// <param name="hash">As for <see cref="Link"/>.</param>
    /// <param name="network">IP address of who confirms; null for unknown.</param>
    Task<LinkStanding> Confirm(string hash, string? network);

    /// <summary>The person is erased: nothing that was said of the address stays, and a link that is under way does
    /// nothing. Repeating it changes nothing.</summary>
    Task Forget();
}

/// <param name="Lists">Those it is about.</param>
/// <param name="Language">Of the message, one of <see cref="StandardEmails.EmailLanguages"/>; null for the
/// tenant's.</param>
[GenerateSerializer, Immutable, Alias("sign-up-link")]
public sealed record SignUpLink(LinkStanding Standing, ImmutableArray<string> Lists, string? Language);

public static class SignUpGrains
{
    public static ISignUpGrain SignUp(this IGrainFactory grains, Contacts.ContactKey key) =>
        grains.GetGrain<ISignUpGrain>(key.ToString());
}
