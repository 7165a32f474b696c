using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>A sender as it is shown.</summary>
[GenerateSerializer, Immutable, Alias("sender-view")]
public sealed record SenderView
{
    [Id(0)] public required SenderId Id { get; init; }
    [Id(1)] public required EmailAddress Address { get; init; }

    /// <summary>For people; empty for none.</summary>
    [Id(2)] public required string Name { get; init; }

    [Id(3)] public required SenderStatus Status { get; init; }
    [Id(4)] public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until it is.</summary>
    [Id(5)] public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When the link that was sent last stops to hold, or did; null once it is confirmed.</summary>
    [Id(6)] public DateTimeOffset? LinkExpiresAt { get; init; }

    /// <summary>The one account it may be used with: the address of its login. Null for any account.</summary>
    [Id(7)] public AccountId? Account { get; init; }

    /// <summary>Null where its mail is not S/MIME-signed.</summary>
    [Id(8)] public CertificateView? Certificate { get; init; }
}

/// <param name="Subject">Distinguished name, its parts with commas between.</param>
/// <param name="Fingerprint">SHA-256 of the certificate in hex.</param>
/// <param name="Chain">Subjects of the certificates that go out with a signature, the signer's own first.</param>
[GenerateSerializer, Immutable, Alias("certificate-view")]
public sealed record CertificateView(
    string Subject, string Issuer, string SerialNumber, string Fingerprint, DateTimeOffset ValidFrom,
    DateTimeOffset ValidUntil, ImmutableArray<string> Chain);
