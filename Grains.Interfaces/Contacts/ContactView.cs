using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Contacts;

/// <summary>What is known of an address, as its tenant sees it.</summary>
/// <param name="Address">As it was given; null for a domain, and once it was erased.</param>
/// <param name="Domain">Of the address, or the one that is blacklisted; null once it was erased.</param>
/// <param name="IsContact">Else it is only remembered what may be sent to it.</param>
/// <param name="Lists">Those it is or was on.</param>
/// <param name="Run">When messages to it failed softly, one after another; empty after a delivery.</param>
/// <param name="Entries">Why it is on the blacklist; empty where it is not.</param>
/// <param name="Consents">The latest <see cref="ContactLimits.ConsentsMax"/>, oldest first.</param>
/// <param name="History">The latest <see cref="ContactLimits.HistoryMax"/>, oldest first.</param>
[GenerateSerializer, Immutable, Alias("contact-view")]
public sealed record ContactView(
    ContactHash Hash,
    EmailAddress? Address,
    DomainName? Domain,
    bool IsContact,
    ContactStanding Standing,
    ContactOrigin Origin,
    DateTimeOffset CreatedAt,
    ImmutableDictionary<string, string> Details,
    ImmutableArray<ContactList> Lists,
    ImmutableArray<DateTimeOffset> Run,
    ImmutableArray<BlacklistEntry> Entries,
    ImmutableArray<GivenConsent> Consents,
    ImmutableArray<ContactChange> History);

/// <summary>A list that a contact is on, or has left.</summary>
/// <param name="Since">When it came to be on it.</param>
/// <param name="LeftAt">When its owner unsubscribed from it; null while it is on it.</param>
[GenerateSerializer, Immutable, Alias("contact-list")]
public sealed record ContactList(string Name, DateTimeOffset Since, DateTimeOffset? LeftAt);

/// <param name="Message">That caused it; null for none.</param>
/// <param name="Until">When it ends by itself; null for never.</param>
/// <param name="Note">What the tenant wrote to it; null for nothing.</param>
[GenerateSerializer, Immutable, Alias("blacklist-entry")]
public sealed record BlacklistEntry(
    BlacklistReasons Reason, DateTimeOffset Since, MessageId? Message, DateTimeOffset? Until, string? Note);

/// <summary>Something that happened to a contact.</summary>
/// <param name="Message">That caused it; null for none.</param>
/// <param name="Detail">Such as the category of a bounce, or a list; null for nothing.</param>
[GenerateSerializer, Immutable, Alias("contact-change")]
public sealed record ContactChange(
    DateTimeOffset At, ContactHappening What, MessageId? Message = null, string? Detail = null);

/// <summary>Stored as the number: only append.</summary>
public enum ContactHappening
{
    Created = 0,

    /// <summary>Address, details or lists.</summary>
    Changed = 1,

    SoftBounced = 2,
    Bounced = 3,

    /// <summary>Which ended a run of soft bounces.</summary>
    Delivered = 4,

    Complained = 5,
    Unsubscribed = 6,
    Subscribed = 7,
    Confirmed = 8,
    Blacklisted = 9,
    Unblacklisted = 10,
}

/// <summary>How an address came to be known. Stored as the number: only append.</summary>
public enum ContactOrigin
{
    Api = 0,

    /// <summary>As the recipient of a message.</summary>
    Send = 1,

    Import = 2,
    SignUp = 3,
}
