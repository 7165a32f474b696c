using System.Collections.Immutable;
using Actors.Grains.Links;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.People;

[GenerateSerializer, Alias("person-state")]
public sealed record PersonState : IDue, IHasOutgoing<PersonState>
{
    /// <summary>As it was proved first; null for nobody.</summary>
    [Id(0)] public EmailAddress? Address { get; init; }

    [Id(1)] public PasswordHash? Password { get; init; }
    [Id(2)] public ImmutableArray<Membership> Memberships { get; init; } = [];
    [Id(3)] public ImmutableArray<SessionEntry> Sessions { get; init; } = [];

    /// <summary>Sessions that are over for this person and still have to be told so.</summary>
    [Id(4)] public ImmutableArray<string> Ending { get; init; } = [];

    /// <summary>Wrong passwords in a row.</summary>
    [Id(5)] public int Failures { get; init; }

    [Id(6)] public DateTimeOffset LastFailureAt { get; init; }
    [Id(7)] public DateTimeOffset LockedUntil { get; init; }

    [Id(9)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    /// <summary>The latest links to set a password, oldest first.</summary>
    [Id(10)] public ImmutableArray<ResetLink> Resets { get; init; } = [];

    /// <summary>Whose mail is still outgoing, and where the next link belongs; null with no membership.</summary>
    public Membership? First => Memberships is [var first, ..] ? first : null;

    /// <summary>At once, while anything is unfinished.</summary>
    public DateTimeOffset? DueAt => Outgoing.IsEmpty && Ending.IsEmpty ? null : DateTimeOffset.MinValue;

    public PersonState WithOutgoing(ImmutableArray<PlatformMail> outgoing) => this with { Outgoing = outgoing };
}

/// <param name="Standing">Open until it is used, or the password is changed in another way; time apart.</param>
[GenerateSerializer, Immutable, Alias("reset-link")]
public sealed record ResetLink(string Hash, DateTimeOffset MadeAt, LinkStanding Standing)
{
    public DateTimeOffset ExpiresAt => MadeAt + PersonRules.ResetLife;

    public LinkStanding At(DateTimeOffset now) =>
        Standing == LinkStanding.Open && now >= ExpiresAt ? LinkStanding.Expired : Standing;
}
