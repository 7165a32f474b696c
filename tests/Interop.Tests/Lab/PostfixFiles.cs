using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Actors.Interop.Tests.Lab;

/// <summary>The configuration of the lab's Postfix: defaults but for where things are, and one server per MX.</summary>
internal static class PostfixFiles
{
    /// <summary>Whom delivered mail belongs to: nobody.</summary>
    private const int Owner = 65534;

    public static void Write(string folder)
    {
        var configuration = Directory.CreateDirectory(Path.Combine(folder, "config")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "queue"));
        File.WriteAllText(Path.Combine(configuration, "main.cf"), MainFile(folder));
        File.WriteAllText(Path.Combine(configuration, "master.cf"), MasterFile);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=mx-tls.{NameServer.Zone}", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var chain = key.ExportECPrivateKeyPem() + "\n" + certificate.ExportCertificatePem();
        File.WriteAllText(Path.Combine(configuration, "tls.pem"), chain);
    }

    /// <summary>Mail for one domain is taken and then cannot be delivered; bounces go to the silo that takes
    /// them.</summary>
    private static string MainFile(string folder) => $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/queue
        data_directory = {{folder}}/data
        maillog_file = /dev/stdout
        myhostname = mail.{{NameServer.Zone}}
        mydestination =
        mynetworks = 127.0.0.0/8
        inet_interfaces = {{Addresses.Mx1}}, {{Addresses.Mx2}}, {{Addresses.MxPolicy}}, {{Addresses.MxTls}},
          {{Addresses.MxSeven}}
        inet_protocols = ipv4
        smtpd_peername_lookup = no
        disable_dns_lookups = yes
        alias_maps =
        virtual_mailbox_domains = static:all
        virtual_mailbox_base = {{folder}}/mail
        virtual_mailbox_maps = static:{{Maildir.Name}}/
        virtual_uid_maps = static:{{Owner}}
        virtual_gid_maps = static:{{Owner}}
        transport_maps = inline:{
          { late.{{NameServer.Zone}} = error:5.1.1 the mailbox was closed meanwhile },
          { {{NameServer.ReturnPaths}} = smtp:[{{Addresses.Silo}}]:25 } }
        smtpd_tls_chain_files = {{folder}}/config/tls.pem

        """;

    private const string MasterFile = $$"""
        {{Addresses.Mx1}}:25 inet n - n - - smtpd -o myhostname=mx1.{{NameServer.Zone}}
        {{Addresses.Mx2}}:25 inet n - n - - smtpd -o myhostname=mx2.{{NameServer.Zone}}
          -o smtpd_reject_unlisted_recipient=no
        {{Addresses.MxPolicy}}:25 inet n - n - - smtpd -o myhostname=mx-policy.{{NameServer.Zone}}
          -o { smtpd_recipient_restrictions = check_policy_service inet:{{Addresses.MxPolicy}}:{{Policy.PortText}} }
        {{Addresses.MxTls}}:25 inet n - n - - smtpd -o myhostname=mx-tls.{{NameServer.Zone}}
          -o smtpd_tls_security_level=may -o smtpd_tls_received_header=yes
          -o smtpd_discard_ehlo_keywords=smtputf8
        {{Addresses.MxSeven}}:25 inet n - n - - smtpd -o myhostname=mx-seven.{{NameServer.Zone}}
          -o smtpd_discard_ehlo_keywords=8bitmime,smtputf8,dsn
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        smtp unix - - n - - smtp
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;
}
