using System.Collections.Immutable;
using Actors.Grains.Links;
using Actors.Mail.Addresses;

namespace Actors.Grains.SignUps;

/// <summary>A question that nobody has answered yet, as its tenant takes it along: all that was said, and nothing that
/// the link in the message is known by.</summary>
internal sealed record WaitingSignUp(
    EmailAddress Email, LinkStanding Standing, DateTimeOffset AskedAt, DateTimeOffset LinkExpiresAt,
    ImmutableArray<string> Lists, ImmutableDictionary<string, string> Details, string? Source, string? Consent,
    string? Network, string? Language, Mailbox From, string? SmtpAccount)
{
    /// <returns>Null where nothing was asked, or it was answered.</returns>
    public static WaitingSignUp? Of(SignUpState state, DateTimeOffset now) =>
        state is not { Pending: { } said, Link: { } link, ConfirmedAt: null }
            ? null
            : new WaitingSignUp(
                said.Address, SignUpRules.Standing(state, link, now), state.AskedAt, state.LinkExpiresAt,
                said.Lists, said.Details, said.Source, said.Consent, said.Network, said.Language,
                said.Sender.From, said.Sender.Account?.Value);
}
