using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Links;

namespace Actors.Grains.SignUps;

/// <summary>When the question is asked, and what its answer is worth: pure.</summary>
public static class SignUpRules
{
    /// <summary>Whether there is something to ask, and somebody who may be asked.</summary>
    /// <param name="contact">What is known of the address.</param>
    public static bool Wants(ContactView contact, ImmutableArray<string> lists) =>
        contact.Entries.All(entry => entry.Reason == BlacklistReasons.Unsubscribe)
        && (contact.Standing != ContactStanding.Active || !lists.All(list => IsOn(contact, list)));

    /// <returns>The very state it was given, where there were too many messages.</returns>
    public static SignUpState Asked(SignUpState state, SignUp signUp, IssuedLink link, DateTimeOffset now)
    {
        var sent = state.Sent.RemoveAll(at => at <= now - SignUpLimits.Day);
        if (sent.Length >= SignUpLimits.MailsMax || (!sent.IsEmpty && now < sent[^1] + SignUpLimits.MailPause))
            return state;
        return new SignUpState
        {
            Pending = signUp,
            AskedAt = now,
            Link = link.Hash,
            LinkExpiresAt = now + SignUpLimits.LinkLife,
            Sent = sent.Add(now),
            Outgoing = link.Url,
        };
    }

    public static LinkStanding Standing(SignUpState state, string hash, DateTimeOffset now) =>
        state.Link != hash ? LinkStanding.Unknown
        : state.ConfirmedAt is not null ? LinkStanding.Used
        : now < state.LinkExpiresAt ? LinkStanding.Open
        : LinkStanding.Expired;

    /// <summary>What the contact is told.</summary>
    public static ContactCommand.Confirm Confirmation(SignUpState state, DateTimeOffset now, string? network)
    {
        var signUp = state.Pending!;
        return new ContactCommand.Confirm(signUp.Details, new GivenConsent(
            state.AskedAt, signUp.Source, signUp.Consent, signUp.Network, signUp.Lists, now, network));
    }

    private static bool IsOn(ContactView contact, string list) =>
        contact.Lists.Any(one => one.Name == list && one.LeftAt is null);
}
