using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Domains;

/// <summary>A tenant's domain as it is shown.</summary>
[GenerateSerializer, Immutable, Alias("domain-view")]
public sealed record DomainView
{
    /// <summary>A-label.</summary>
    [Id(0)] public required string Domain { get; init; }

    /// <summary>For people.</summary>
    [Id(1)] public required string Unicode { get; init; }

    [Id(2)] public required DomainStatus Status { get; init; }
    [Id(3)] public required WayOut WayOut { get; init; }
    [Id(4)] public required ImmutableArray<RecordView> Records { get; init; }
    [Id(5)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null before the first look.</summary>
    [Id(6)] public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When its records are looked at next; null while that is under way, and where nobody looks.</summary>
    [Id(7)] public DateTimeOffset? NextCheckAt { get; init; }

    /// <summary>When mail is held if nothing changes; null unless it is broken.</summary>
    [Id(8)] public DateTimeOffset? HeldFrom { get; init; }

    /// <summary>Whether MAIL FROM is at the domain's own return path.</summary>
    [Id(9)] public bool OwnReturnPath { get; init; }

    [Id(10)] public string ReturnPathHost { get; init; } = "";
    [Id(11)] public string TrackingHost { get; init; } = "";

    /// <summary>Null where the platform chose it.</summary>
    [Id(12)] public string? Selector { get; init; }

    /// <summary>Where DMARC reports are to go; null for where the platform has them go.</summary>
    [Id(13)] public string? DmarcReports { get; init; }

    /// <summary>Who is told when it is verified or breaks; null for nobody.</summary>
    [Id(15)] public string? Notify { get; init; }

    [Id(14)] public ImmutableArray<ShareView> Shares { get; init; } = [];

    /// <summary>Whether every address in it may be used as a sender, registered or not.</summary>
    [Id(16)] public bool AnySender { get; init; }

    /// <summary>The own account its mail leaves by; null for every other way.</summary>
    [Id(17)] public AccountId? Account { get; init; }

    /// <summary>The one account whose mail from it counts as verified without its records, for its server has passed
    /// the check; null for none.</summary>
    [Id(18)] public AccountId? VerifiedFor { get; init; }
}

/// <param name="Name">A-labels without final dot.</param>
/// <param name="IsRequired">Whether the domain is verified only with it.</param>
/// <param name="Found">What was there, in plain English; null before the first look.</param>
[GenerateSerializer, Immutable, Alias("record-view")]
public sealed record RecordView(
    RecordPurpose Purpose, string Name, string Type, string Value, bool IsRequired, RecordState State, string? Found);

[GenerateSerializer, Immutable, Alias("share-view")]
public sealed record ShareView(string Id, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <param name="Url">Shown this once.</param>
[GenerateSerializer, Immutable, Alias("issued-share")]
public sealed record IssuedShare(ShareView View, string Url);
