using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.Domains;

[GenerateSerializer, Alias("domain-state")]
public sealed record DomainState : IListed, IDue, IHasOutgoing<DomainState>
{
    /// <summary>Names of this tenant's records of this domain, and of no other. Empty: not registered.</summary>
    [Id(0)] public string Token { get; init; } = "";

    [Id(1)] public DateTimeOffset CreatedAt { get; init; }
    [Id(2)] public DomainStatus Status { get; init; }

    /// <summary>Since when records are looked for.</summary>
    [Id(3)] public DateTimeOffset WatchedSince { get; init; }

    /// <summary>Looks since then.</summary>
    [Id(4)] public int Looks { get; init; }

    /// <summary>Null where nobody looks.</summary>
    [Id(5)] public DateTimeOffset? NextLookAt { get; init; }

    /// <summary>An order is out since; null when none is.</summary>
    [Id(6)] public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>Of the order that is out, or was last.</summary>
    [Id(7)] public long Ticket { get; init; }

    [Id(8)] public DateTimeOffset? LookedAt { get; init; }
    [Id(9)] public DateTimeOffset? BrokenAt { get; init; }

    /// <summary>What was seen last of each record, silence left out.</summary>
    [Id(10)] public ImmutableArray<SeenRecord> Seen { get; init; } = [];

    /// <summary>One for each of the slots 0 and 1, once they are made.</summary>
    [Id(11)] public ImmutableArray<NewKey> Keys { get; init; } = [];

    /// <summary>The slot whose key signs.</summary>
    [Id(12)] public int ActiveSlot { get; init; }

    [Id(13)] public DateTimeOffset RotateAt { get; init; }

    /// <summary>When the slot that signs no more gets a new key; null when it has one.</summary>
    [Id(14)] public DateTimeOffset? RenewAt { get; init; }

    [Id(15)] public WayOut WayOut { get; init; } = WayOut.Automatic;
    [Id(16)] public string ReturnPathLabel { get; init; } = DomainRecords.ReturnPathLabel;
    [Id(17)] public string TrackingLabel { get; init; } = DomainRecords.TrackingLabel;

    /// <summary>The tenant's own, in use; null for the token.</summary>
    [Id(18)] public string? Selector { get; init; }

    /// <summary>To be used once its records are found, also empty for the token; null when nothing changes.</summary>
    [Id(19)] public string? SelectorWanted { get; init; }

    /// <summary>Null for the platform's.</summary>
    [Id(20)] public string? DmarcReports { get; init; }

    [Id(21)] public ImmutableArray<StoredShare> Shares { get; init; } = [];

    /// <summary>Counts commits.</summary>
    [Id(22)] public long Version { get; init; }

    /// <summary>Counts what its owner changed.</summary>
    [Id(23)] public long Revision { get; init; }

    /// <summary>Whether the platform's zone has to be brought up to date.</summary>
    [Id(24)] public bool Unpublished { get; init; }

    /// <summary>When held mail is to be released; null when there is none to release.</summary>
    [Id(25)] public DateTimeOffset? ReleaseAt { get; init; }

    /// <summary>It was released once, and <see cref="ReleaseAt"/> is for the second time.</summary>
    [Id(29)] public bool IsReleasedOnce { get; init; }

    /// <summary>It is gone; only the platform's zone may still have to learn of it.</summary>
    [Id(26)] public bool IsDeleted { get; init; }

    /// <summary>Who is told when the domain is verified or breaks; null for nobody.</summary>
    [Id(27)] public EmailAddress? Notify { get; init; }

    [Id(28)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    /// <summary>Every address may be used as a sender, registered or not.</summary>
    [Id(30)] public bool AnySender { get; init; }

    /// <summary>The own account its mail leaves by; null for every other way.</summary>
    [Id(31)] public AccountId? Account { get; init; }

    /// <summary>Of earlier registrations, whose records the platform's zone may still have.</summary>
    [Id(32)] public ImmutableArray<string> Leftovers { get; init; } = [];

    public bool IsThere => Token.Length > 0 && !IsDeleted;

    public string Etag => $"{Revision}";

    public DateTimeOffset? DueAt => Outgoing.Length > 0 ? DateTimeOffset.UnixEpoch
        : Earliest(OrderedAt is { } ordered ? ordered + DomainLimits.LookLost : NextLookAt, ReleaseAt);

    public DomainState WithOutgoing(ImmutableArray<PlatformMail> outgoing) => this with { Outgoing = outgoing };

    public Listing? Listed(string key)
    {
        if (Token.Length == 0)
            return null;
        var (tenant, domain) = DomainKey.Parse(key);
        if (IsDeleted)
            return new Listing(ListingKinds.DeletedDomain, tenant, domain.Ascii);
        return new Listing(ListingKinds.Domain, tenant, domain.Ascii)
        {
            Topic = domain.Ascii,
            Marks = Account is { } account ? [Status.ToText(), account.Value] : [Status.ToText()],
            Search = domain.Unicode == domain.Ascii ? domain.Ascii : $"{domain.Unicode} {domain.Ascii}",
        };
    }

    public NewKey? KeyOf(int slot) => Keys.FirstOrDefault(key => key.Slot == slot);

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}

/// <param name="Hash">Of the token in its link.</param>
[GenerateSerializer, Immutable, Alias("stored-share")]
public sealed record StoredShare(string Id, string Hash, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);
