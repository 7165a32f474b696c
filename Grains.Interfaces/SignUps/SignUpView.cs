using System.Collections.Immutable;
using Actors.Grains.Links;
using Actors.Grains.Submissions;

namespace Actors.Grains.SignUps;

/// <summary>How the question whether somebody wants to be on lists stands.</summary>
/// <param name="Standing">Of the link in the message: open, used or expired.</param>
/// <param name="Source">Null for unknown.</param>
/// <param name="Message">Whether it has been handed over; it is in the tenant's list of messages then.</param>
/// <param name="Refusal">Why the last try was refused; null where it was not.</param>
/// <param name="NextTryAt">Null where there is none.</param>
[GenerateSerializer, Immutable, Alias("sign-up-view")]
public sealed record SignUpView(
    LinkStanding Standing,
    DateTimeOffset AskedAt,
    DateTimeOffset LinkExpiresAt,
    DateTimeOffset? ConfirmedAt,
    ImmutableArray<string> Lists,
    string? Source,
    SignUpMessage Message,
    Refusal? Refusal,
    DateTimeOffset? NextTryAt);

/// <summary>What became of the message that asks.</summary>
public enum SignUpMessage
{
    /// <summary>It was handed over, and has a life of its own.</summary>
    Sent = 0,

    /// <summary>It is handed over as soon as the store takes it.</summary>
    Waiting = 1,

    /// <summary>It was refused, as for an allowance that is used up, and is tried again while its link holds.</summary>
    Refused = 2,

    /// <summary>It was refused until its link had expired.</summary>
    GivenUp = 3,
}
