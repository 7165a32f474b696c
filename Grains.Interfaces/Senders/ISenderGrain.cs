using Actors.Grains.Alarms;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>An address that a tenant sends from: whether whoever reads its mail agreed, and what its mail is signed
/// with.</summary>
/// <remarks>Key: <see cref="SenderKey"/>.</remarks>
[Alias("sender")]
public interface ISenderGrain : IAlarmed, ITenantPart
{
    /// <summary>Sends a link to the address. Repeating it changes and sends nothing.</summary>
    Task<Answer<SenderView>> Register(SenderDraft draft);

    [ReadOnly]
    Task<Answer<SenderView>> Get();

    /// <param name="name">Empty for none.</param>
    /// <param name="ifMatch">The version the client has seen; null where it does not ask.</param>
    Task<Answer<SenderView>> Rename(string name, string? ifMatch);

    /// <summary>Sends another link in place of the one before. To a confirmed sender nothing is sent.</summary>
    Task<Answer<SenderView>> Resend();

    /// <returns>Null when it is gone.</returns>
    Task<Refusal?> Delete(string? ifMatch);

    /// <param name="hash">Of the token in a link.</param>
    [ReadOnly]
    Task<SenderLink> Link(string hash);

    /// <summary>Follows a link.</summary>
    /// <returns>How the link stood before.</returns>
    Task<SenderLink> Confirm(string hash);

    /// <summary>Asked by every submission from the address that nothing else allows.</summary>
    /// <returns>Null where it is not registered.</returns>
    [ReadOnly]
    Task<SenderProof?> Proof();

    /// <summary>From now on mail of the sender is signed with it.</summary>
    Task<Answer<SenderView>> SetCertificate(NewCertificate certificate, string? ifMatch);

    /// <summary>Repeating it changes nothing.</summary>
    Task<Answer<SenderView>> RemoveCertificate(string? ifMatch);

    /// <returns>Null where there is none.</returns>
    [ReadOnly]
    Task<SealedCertificate?> Certificate();
}

/// <param name="Name">For people; empty for none.</param>
/// <param name="Account">The account whose login the address is, where its domain is none of the tenant's; else
/// null.</param>
[GenerateSerializer, Immutable, Alias("sender-draft")]
public sealed record SenderDraft(EmailAddress Address, string Name = "", AccountId? Account = null);

/// <param name="Address">Null where the link is not known.</param>
[GenerateSerializer, Immutable, Alias("sender-link")]
public sealed record SenderLink(LinkStanding Standing, EmailAddress? Address);

/// <param name="Account">The one account it may be used with; null for any.</param>
[GenerateSerializer, Immutable, Alias("sender-proof")]
public sealed record SenderProof(SenderStatus Status, AccountId? Account)
{
    public bool Allows(AccountId account) =>
        Status == SenderStatus.Confirmed && (Account is null || Account == account);
}

/// <summary>A certificate that was found fit for the sender.</summary>
/// <param name="Identity">Certificate, chain and private key; a secret.</param>
[GenerateSerializer, Immutable, Alias("new-certificate")]
public sealed record NewCertificate(ReadOnlyMemory<byte> Identity, CertificateView View);

/// <param name="Sealed">For the purpose <see cref="SenderSecrets.CertificatePurpose"/>.</param>
[GenerateSerializer, Immutable, Alias("sealed-certificate")]
public sealed record SealedCertificate(EmailAddress Address, string Sealed, DateTimeOffset ValidUntil);
