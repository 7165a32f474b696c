using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

[GenerateSerializer, Alias("sender-state")]
public sealed record SenderState : IListed, IDue, IHasOutgoing<SenderState>
{
    /// <summary>Null where it was never registered.</summary>
    [Id(0)] public EmailAddress? Address { get; init; }

    [Id(1)] public string Name { get; init; } = "";

    /// <summary>As of the last commit: a link expires without one.</summary>
    [Id(2)] public SenderStatus Status { get; init; }

    [Id(3)] public DateTimeOffset CreatedAt { get; init; }
    [Id(4)] public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Of the token in the link sent last, kept when it was followed; empty for none.</summary>
    [Id(5)] public string LinkHash { get; init; } = "";

    [Id(6)] public DateTimeOffset LinkExpiresAt { get; init; }

    /// <summary>When confirmation messages were sent, those that count against
    /// <see cref="SenderLimits.MailsMax"/>.</summary>
    [Id(7)] public ImmutableArray<DateTimeOffset> Mailed { get; init; } = [];

    /// <summary>Null for any.</summary>
    [Id(8)] public AccountId? Account { get; init; }

    /// <summary>Null for none.</summary>
    [Id(9)] public StoredCertificate? Certificate { get; init; }

    [Id(10)] public ImmutableArray<PlatformMail> Outgoing { get; init; } = [];

    /// <summary>Counts what its owner changed, over deleting and registering again.</summary>
    [Id(11)] public long Revision { get; init; }

    /// <summary>Kept only until <see cref="Mailed"/> counts no more.</summary>
    [Id(12)] public bool IsDeleted { get; init; }

    /// <summary>When mail that waited for a certificate is told a second time to look again; null when there is
    /// none.</summary>
    [Id(13)] public DateTimeOffset? ReleaseAgainAt { get; init; }

    public bool IsThere => Address is not null && !IsDeleted;

    public string Etag => $"{Revision}";

    public DateTimeOffset? DueAt =>
        !Outgoing.IsDefaultOrEmpty ? DateTimeOffset.UnixEpoch
        : IsDeleted ? ReleaseAgainAt ?? SenderRules.ForgottenAt(this)
        : !IsThere ? null
        : Earliest(
            Earliest(Status == SenderStatus.Pending ? LinkExpiresAt : null, ReleaseAgainAt),
            Certificate is { } certificate ? CertificateWarnings.NextAt(certificate) : null);

    public SenderState WithOutgoing(ImmutableArray<PlatformMail> outgoing) => this with { Outgoing = outgoing };

    public Listing? Listed(string key) => IsThere
        ? new Listing(ListingKinds.Sender, SenderKey.Parse(key).Tenant, SenderKey.Parse(key).Sender.Value)
        {
            Topic = Address!.Domain.Ascii,
            Marks = [Status.ToText()],
            Search = $"{Name} {Address.LocalPart}@{Address.Domain.Unicode} {Address}",
        }
        : null;

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}

/// <param name="Sealed">Certificate, chain and private key, for the purpose
/// <see cref="SenderSecrets.CertificatePurpose"/>.</param>
/// <param name="WarnedDays">The last of <see cref="SenderLimits.WarningDays"/> that was told, or was over when it
/// came; null for none.</param>
[GenerateSerializer, Immutable, Alias("stored-certificate")]
public sealed record StoredCertificate(string Sealed, CertificateView View, int? WarnedDays);
