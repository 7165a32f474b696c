using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Links;
using Actors.Grains.Submissions;

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
        var isSoon = state.Pending is not null && now < state.AskedAt + SignUpLimits.MailPause;
        if (isSoon || sent.Length >= SignUpLimits.MailsMax)
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

    /// <summary>After the message was handed over.</summary>
    public static SignUpState Sent(SignUpState state, DateTimeOffset now) => state with
    {
        Outgoing = null,
        Sent = state.Refused is null ? state.Sent : state.Sent.Add(now),
        Refused = null,
    };

    /// <summary>After it was refused: nobody got it, so it is none of the day's.</summary>
    public static SignUpState Refused(SignUpState state, Refusal refusal, DateTimeOffset now) => state with
    {
        Sent = state.Refused is null ? state.Sent.Remove(state.AskedAt) : state.Sent,
        Refused = refusal,
        RefusedAt = now,
    };

    /// <returns>Null where nothing was asked.</returns>
    public static SignUpView? View(SignUpState state, DateTimeOffset now) => state.Pending is not { } signUp
        ? null
        : new SignUpView(
            Standing(state, state.Link!, now), state.AskedAt, state.LinkExpiresAt, state.ConfirmedAt, signUp.Lists,
            signUp.Source, MessageOf(state), state.Refused, state.NextTryAt);

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

    private static SignUpMessage MessageOf(SignUpState state) => (state.Outgoing, state.Refused) switch
    {
        (null, null) => SignUpMessage.Sent,
        (_, null) => SignUpMessage.Waiting,
        (null, _) => SignUpMessage.GivenUp,
        _ => SignUpMessage.Refused,
    };

    private static bool IsOn(ContactView contact, string list) =>
        contact.Lists.Any(one => one.Name == list && one.LeftAt is null);
}
