namespace Actors.Grains.Senders;

/// <summary>When the owner of a certificate is told that it expires: pure.</summary>
public static class CertificateWarnings
{
    /// <summary>A new certificate, of whose short time its owner is told by the answer alone.</summary>
    public static StoredCertificate Fresh(string text, CertificateView view, DateTimeOffset now)
    {
        var certificate = new StoredCertificate(text, view, null);
        return certificate with { WarnedDays = Due(certificate, now) };
    }

    /// <returns>Null when nothing is left to tell.</returns>
    public static DateTimeOffset? NextAt(StoredCertificate certificate)
    {
        foreach (var days in SenderLimits.WarningDays)
            if (certificate.WarnedDays is not { } told || days < told)
                return certificate.View.ValidUntil.AddDays(-days);
        return null;
    }

    /// <returns>The shortest of the times that are reached and were not told; null for none, or once it has
    /// expired.</returns>
    public static int? ToTell(StoredCertificate certificate, DateTimeOffset now) =>
        now < certificate.View.ValidUntil && Due(certificate, now) is { } days
        && (certificate.WarnedDays is not { } told || days < told)
            ? days
            : null;

    /// <summary>The shortest of the times that are reached.</summary>
    public static int? Due(StoredCertificate certificate, DateTimeOffset now)
    {
        int? due = null;
        foreach (var days in SenderLimits.WarningDays)
            if (now >= certificate.View.ValidUntil.AddDays(-days))
                due = days;
        return due;
    }
}
