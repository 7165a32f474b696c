using Actors.Grains.Senders;

namespace Actors.Api.Senders;

/// <param name="Id">snd_ and 26 letters and digits, the same for every spelling of the address.</param>
/// <param name="Email">The address, its domain as it goes to DNS.</param>
/// <param name="Name">For people; absent where there is none.</param>
/// <param name="Status">pending, confirmed or expired.</param>
/// <param name="ConfirmedAt">Absent until it is.</param>
/// <param name="LinkExpiresAt">When the link that was sent last stops to hold; absent once it is confirmed.</param>
/// <param name="SmtpAccount">The one account it may be used with; absent for any.</param>
/// <param name="Certificate">Absent where its mail is not S/MIME-signed.</param>
internal sealed record RegisteredSenderBody(
    string Id,
    string Email,
    string? Name,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? LinkExpiresAt,
    string? SmtpAccount,
    CertificateBody? Certificate)
{
    public static RegisteredSenderBody Of(SenderView view) => new(
        view.Id.Value, view.Address.ToString(), view.Name.Length > 0 ? view.Name : null, view.Status.ToText(),
        view.CreatedAt, view.ConfirmedAt, view.LinkExpiresAt, view.Account?.Value,
        view.Certificate is { } certificate ? CertificateBody.Of(certificate) : null);
}

/// <param name="Fingerprint">SHA-256 of the certificate in hex.</param>
/// <param name="Chain">Subjects of the certificates that go out with a signature, the signer's own first.</param>
internal sealed record CertificateBody(
    string Subject,
    string Issuer,
    string SerialNumber,
    string Fingerprint,
    DateTimeOffset ValidFrom,
    DateTimeOffset ValidUntil,
    IReadOnlyList<string> Chain)
{
    public static CertificateBody Of(CertificateView view) => new(
        view.Subject, view.Issuer, view.SerialNumber, view.Fingerprint, view.ValidFrom, view.ValidUntil, view.Chain);
}
