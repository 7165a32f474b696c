using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Silo.Domains;

namespace Actors.Silo.Configuration;

/// <summary>What options have to be to one another.</summary>
internal static class RelationRules
{
    internal static readonly string[] Listeners =
        ["Http:Listen", "Submission:Listen", "Submission:ListenTls", "Inbound:Listen"];

    public static IEnumerable<ConfigurationProblem> Check(ReadConfiguration read)
    {
        var settings = read.Settings;
        if (settings.Submission.ConnectionsPerAddressMax > settings.Submission.ConnectionsMax)
            yield return ConfigurationProblem.Of(
                read.At("Submission:ConnectionsPerAddressMax"),
                $"cannot be more than --submission-connections-max ({settings.Submission.ConnectionsMax})",
                "Lower this one or raise the other.");
        if (settings.Inbound.ConnectionsPerAddressMax > settings.Inbound.ConnectionsMax)
            yield return ConfigurationProblem.Of(
                read.At("Inbound:ConnectionsPerAddressMax"),
                $"cannot be more than --inbound-connections-max ({settings.Inbound.ConnectionsMax})",
                "Lower this one or raise the other.");
        if (settings.Delivery.ConnectionsPerSiteMax > settings.Delivery.ConnectionsMax)
            yield return ConfigurationProblem.Of(
                read.At("Delivery:ConnectionsPerSiteMax"),
                $"cannot be more than --delivery-connections-max ({settings.Delivery.ConnectionsMax})",
                "Lower this one or raise the other.");
        if (settings.Orleans.GatewayPort == settings.Orleans.SiloPort)
            yield return ConfigurationProblem.Of(
                read.At("Orleans:GatewayPort"), "cannot be that of --orleans-silo-port, too",
                "Give each its own port.");
        if (settings.Domains.UpdateServer.Length > 0
            && !DomainOptionsReading.TryReadUpdateKey(settings.Domains.UpdateKey, out _))
            yield return ConfigurationProblem.Of(
                read.At("Domains:UpdateKey"), "has to name a file with a TSIG key, because there is an update server",
                "'keymgr -t actors hmac-sha256' or 'tsig-keygen actors' makes one.");
        foreach (var problem in SameEndPoints(read))
            yield return problem;
        if (Certificate(read) is { } wrong)
            yield return wrong;
    }

    private static IEnumerable<ConfigurationProblem> SameEndPoints(ReadConfiguration read)
    {
        var taken = new Dictionary<IPEndPoint, DeclaredOption>();
        foreach (var value in Listeners.Select(read.At))
        {
            if (!IPEndPoint.TryParse(value.Text, out var endPoint) || endPoint.Port == 0)
                continue;
            if (!taken.TryAdd(endPoint, value.Option))
                yield return ConfigurationProblem.Of(
                    value, $"cannot be that of {taken[endPoint].Flag}, too", "Give each its own port.");
        }
    }

    private static ConfigurationProblem? Certificate(ReadConfiguration read)
    {
        var (certificate, key) = (read.At("Submission:Certificate"), read.At("Submission:CertificateKey"));
        if (certificate.Text.Length == 0)
            return key.Text.Length == 0 ? null : ConfigurationProblem.Of(
                key, "needs --submission-certificate beside it", "Name the certificate's file, too.");
        if (!File.Exists(certificate.Text) || (key.Text.Length > 0 && !File.Exists(key.Text)))
            return null; // said already
        try
        {
            X509Certificate2.CreateFromPemFile(certificate.Text, key.Text.Length > 0 ? key.Text : null).Dispose();
            return null;
        }
        catch (Exception fault) when (
            fault is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return ConfigurationProblem.Of(
                certificate, "has to be a certificate in PEM form, with the private key that belongs to it",
                $"Check the files with 'openssl x509' and 'openssl pkey': "
                    + $"{fault.Message.Split('(')[0].TrimEnd(' ', '.')}.");
        }
    }
}
