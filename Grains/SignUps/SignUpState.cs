using System.Collections.Immutable;
using Actors.Grains.Links;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Grains.SignUps;

[GenerateSerializer, Alias("sign-up-state")]
public sealed record SignUpState : IDue
{
    /// <summary>Null where nothing was ever asked.</summary>
    [Id(0)] public SignUp? Pending { get; init; }

    /// <summary>When it was said.</summary>
    [Id(1)] public DateTimeOffset AskedAt { get; init; }

    /// <summary>Hash of the token in the latest link; those before do nothing.</summary>
    [Id(2)] public string? Link { get; init; }

    [Id(3)] public DateTimeOffset LinkExpiresAt { get; init; }

    /// <summary>Null while it waits.</summary>
    [Id(4)] public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Of messages of the last <see cref="SignUpLimits.Day"/> that were not refused, oldest first.</summary>
    [Id(5)] public ImmutableArray<DateTimeOffset> Sent { get; init; } = [];

    /// <summary>The link of a message that has not been handed over yet; null for none.</summary>
    [Id(6)] public string? Outgoing { get; init; }

    /// <summary>Why the message was refused; null where it was not.</summary>
    [Id(7)] public Refusal? Refused { get; init; }

    /// <summary>When that was.</summary>
    [Id(8)] public DateTimeOffset RefusedAt { get; init; }

    /// <summary>When there is a message to hand over; null for none.</summary>
    public DateTimeOffset? NextTryAt => Outgoing is null ? null
        : Refused is null ? AskedAt
        : RefusedAt + SignUpLimits.TryAgain;

    /// <summary>Without a message to hand over: when nobody is told any more that the link is old.</summary>
    public DateTimeOffset? DueAt => NextTryAt ?? (Pending is null ? null : LinkExpiresAt + LinkLimits.ToldExpired);
}
