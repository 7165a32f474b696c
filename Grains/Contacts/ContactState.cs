using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>All that is known of an address, or of a domain on the blacklist. Changed only by
/// <see cref="ContactRules"/>, <see cref="ContactChanges"/> and <see cref="ContactBlocks"/>.</summary>
/// <remarks>What may not be sent is kept as separate facts, so that taking one back leaves the others.</remarks>
[GenerateSerializer, Alias("contact-state")]
public sealed record ContactState
{
    /// <summary>As it was given first; null for a domain, and once it was erased.</summary>
    [Id(0), JsonIgnore] public EmailAddress? Address { get; init; }

    /// <summary>The domain that is blacklisted; null for an address.</summary>
    [Id(1)] public DomainName? BlockedDomain { get; init; }

    /// <summary>Else it is only remembered what may be sent to it: it is neither listed nor billed.</summary>
    [Id(2), JsonIgnore] public bool IsContact { get; init; }

    [Id(3)] public ContactOrigin Origin { get; init; }
    [Id(4), JsonIgnore] public DateTimeOffset CreatedAt { get; init; }

    [Id(5)]
    public ImmutableDictionary<string, string> Details { get; init; } = ImmutableDictionary<string, string>.Empty;

    [Id(6)] public ImmutableArray<ContactList> Lists { get; init; } = [];

    /// <summary>Since when the double opt-in waits; null where it does not.</summary>
    [Id(7)] public ContactMark? Unconfirmed { get; init; }

    /// <summary>From all lists; null where it is not.</summary>
    [Id(8)] public ContactMark? Unsubscribed { get; init; }

    /// <summary>Null while it works.</summary>
    [Id(9)] public ContactMark? Bounced { get; init; }

    /// <summary>Null where there was none.</summary>
    [Id(10)] public ContactMark? Complained { get; init; }

    /// <summary>Null where the tenant put it on no blacklist.</summary>
    [Id(11)] public ManualBlock? Blocked { get; init; }

    /// <summary>When messages failed softly since the last delivery, oldest first.</summary>
    [Id(12)] public ImmutableArray<DateTimeOffset> Run { get; init; } = [];

    /// <summary>Of the delivery that ended the last run; null where none did.</summary>
    [Id(13)] public DateTimeOffset? DeliveredAt { get; init; }

    [Id(14)] public ImmutableArray<ContactChange> History { get; init; } = [];

    /// <summary>What was told of, oldest first: <see cref="ContactCause.Key"/>.</summary>
    [Id(15)] public ImmutableArray<string> Causes { get; init; } = [];

    /// <summary>Not counted yet: written with the row in one transaction, and never part of it. Null for
    /// nothing.</summary>
    [Id(16), JsonIgnore] public ContactOutcome? Outcome { get; init; }

    /// <summary>The latest, oldest first.</summary>
    [Id(17)] public ImmutableArray<GivenConsent> Consents { get; init; } = [];

    [JsonIgnore]
    public ContactStanding Standing =>
        Complained is not null ? ContactStanding.Complained
        : Bounced is not null ? ContactStanding.Bounced
        : Unsubscribed is not null ? ContactStanding.Unsubscribed
        : Unconfirmed is not null ? ContactStanding.Unconfirmed
        : ContactStanding.Active;

    /// <summary>Also an entry whose time is over, until it is taken off.</summary>
    [JsonIgnore]
    public BlacklistReasons Blacklist =>
        (Bounced is null ? 0 : BlacklistReasons.HardBounce)
        | (Complained is null ? 0 : BlacklistReasons.Complaint)
        | (Unsubscribed is null ? 0 : BlacklistReasons.Unsubscribe)
        | (Blocked is null ? 0 : BlacklistReasons.Manual);
}

/// <summary>What came of a message that is erased, for the rates and reports of its account.</summary>
/// <param name="LateBounce">Null for a complaint.</param>
[GenerateSerializer, Immutable, Alias("contact-outcome")]
public sealed record ContactOutcome(
    AccountId Account, MailStream Stream, DateTimeOffset At, HealthCounts Counts, Verdict? LateBounce);

/// <param name="Message">That caused it; null for none.</param>
[GenerateSerializer, Immutable, Alias("contact-mark")]
public sealed record ContactMark(DateTimeOffset At, MessageId? Message);

/// <param name="Until">Null for ever.</param>
[GenerateSerializer, Immutable, Alias("manual-block")]
public sealed record ManualBlock(DateTimeOffset Since, DateTimeOffset? Until, string? Note)
{
    public bool Holds(DateTimeOffset now) => Until is null || now < Until;
}
