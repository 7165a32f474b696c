using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Silo.Tls;

namespace Actors.Silo.Doctor;

/// <summary>Whether the certificate of SMTP submission is in force, is for this host, and is one that clients
/// trust.</summary>
internal static class CertificateCheck
{
    private const string Subject = "certificate";
    private const string Get = "Get one from a public authority and name it with --submission-certificate.";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(14);

    public static Finding Look(Patient patient)
    {
        var settings = patient.Settings;
        var isOwn = settings.Submission.Certificate.Length == 0;
        var path = isOwn
            ? Path.Combine(settings.Data, CertificateStore.CertificateFile)
            : settings.Submission.Certificate;
        if (!File.Exists(path))
            return Finding.Ok(Subject, "a self-signed one will be made at first start");
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(File.ReadAllText(path));
            return Judge(certificate, settings.HostName, isOwn, patient.Time.GetUtcNow());
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return Finding.Fail(
                Subject, $"{path} cannot be read: {fault.Message}", "It has to be a certificate in PEM form.");
        }
    }

    private static Finding Judge(X509Certificate2 certificate, string hostName, bool isOwn, DateTimeOffset now)
    {
        var until = certificate.NotAfter.ToUniversalTime();
        if (now < certificate.NotBefore.ToUniversalTime() || now > until)
            return Finding.Fail(
                Subject, $"is in force from {certificate.NotBefore:u} to {certificate.NotAfter:u} only", Get);
        if (!certificate.MatchesHostname(hostName))
            return Finding.Fail(
                Subject, $"is not for {hostName}", "Name its host with --host-name, or get one for this host.");
        if (isOwn)
            return Finding.Warn(
                Subject, $"is self-signed: clients refuse it unless told otherwise (until {until:u})", Get);
        return until - now < RenewBefore
            ? Finding.Warn(Subject, $"ends soon, at {until:u}", "Renew it and restart.")
            : Finding.Ok(Subject, $"is in force until {until:u}");
    }
}
