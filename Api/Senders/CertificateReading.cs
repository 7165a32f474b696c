using Actors.Grains.Senders;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;

namespace Actors.Api.Senders;

/// <summary>Opens customers' PKCS#12 files, outside of any grain's turn: it takes up to a second.</summary>
internal static class CertificateReading
{
    /// <summary>Files that are being opened; the others wait, so that requests of other kinds find the processor
    /// free.</summary>
    private const int AtOnceMax = 2;

    private static readonly SemaphoreSlim Room = new(AtOnceMax);

    public static async Task<(NewCertificate? Certificate, SmimeRefusal? Refusal)> Read(
        ReadOnlyMemory<byte> file, string password, EmailAddress sender, DateTimeOffset now,
        CancellationToken cancellation)
    {
        await Room.WaitAsync(cancellation);
        try
        {
            return Open(file.Span, password, sender, now);
        }
        finally
        {
            Room.Release();
        }
    }

    private static (NewCertificate?, SmimeRefusal?) Open(
        ReadOnlySpan<byte> file, string password, EmailAddress sender, DateTimeOffset now)
    {
        if (!SmimeIdentity.TryLoad(file, password, sender, now, out var identity, out var refusal))
            return (null, refusal);
        using (identity)
        {
            return identity.CheckChain(now) is { } broken
                ? (null, broken)
                : (new NewCertificate(identity.Export(), ViewOf(identity)), null);
        }
    }

    private static CertificateView ViewOf(SmimeIdentity identity) => new(
        identity.Subject, identity.Issuer, identity.SerialNumber, identity.Fingerprint, identity.ValidFrom,
        identity.ValidUntil, [.. identity.ChainSubjects]);
}
