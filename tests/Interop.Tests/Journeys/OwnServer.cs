using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>A customer's own Postfix: it takes mail on port 465 from whoever logs in, and passes it on to where the
/// lab's mail arrives.</summary>
internal sealed class OwnServer : IDisposable
{
    public const string User = "reports";
    public const string Password = "a long enough password";

    private readonly LabProcess master;

    private OwnServer(LabProcess master) => this.master = master;

    /// <param name="host">Its name, which its certificate is for.</param>
    /// <param name="folder">Absolute; others than its owner can step through it.</param>
    public static async Task<OwnServer> Start(
        NetworkNamespace network, string folder, string host, LabAuthority authority)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "own")).FullName;
        foreach (var part in new[] { "config", "config/sasl", "queue", "data" })
            Directory.CreateDirectory(Path.Combine(own, part));
        await authority.Issue(host, Path.Combine(own, "config/tls.pem"));
        await File.WriteAllTextAsync(Path.Combine(own, "config/main.cf"), MainFile(own, host));
        await File.WriteAllTextAsync(Path.Combine(own, "config/master.cf"), MasterFile);
        await File.WriteAllTextAsync(Path.Combine(own, "config/sasl/smtpd.conf"), SaslFile(own));
        var users = Path.Combine(own, "users");
        await Programs.Run(
            new("saslpasswd2", ["-p", "-c", "-f", users, "-u", host, User]),
            System.Text.Encoding.UTF8.GetBytes(Password));
        await Programs.Run("chown", "postfix", Path.Combine(own, "data"), users);
        var master = new LabProcess(
            "the customer's Postfix", network.Inside("postfix", "-c", Path.Combine(own, "config"), "start-fg"));
        await master.Said("daemon started");
        return new OwnServer(master);
    }

    /// <summary>Everything it has said so far.</summary>
    public string Output => master.Output;

    public void Dispose() => master.Dispose();

    private static string MainFile(string own, string host) => $"""
        compatibility_level = 3.6
        queue_directory = {own}/queue
        data_directory = {own}/data
        maillog_file = /dev/stdout
        myhostname = {host}
        mydestination =
        mynetworks =
        inet_interfaces = {Addresses.OwnServer}
        inet_protocols = ipv4
        smtpd_peername_lookup = no
        disable_dns_lookups = yes
        alias_maps =
        relayhost = [{Addresses.Mx1}]:25
        smtp_bind_address = {Addresses.OwnServer}
        smtpd_tls_chain_files = {own}/config/tls.pem
        smtpd_relay_restrictions = permit_sasl_authenticated, reject
        smtpd_sasl_local_domain = {host}
        cyrus_sasl_config_path = {own}/config/sasl

        """;

    private static string SaslFile(string own) => $"""
        pwcheck_method: auxprop
        auxprop_plugin: sasldb
        sasldb_path: {own}/users
        mech_list: PLAIN LOGIN

        """;

    private const string MasterFile = $"""
        {Addresses.OwnServer}:465 inet n - n - - smtpd
          -o smtpd_tls_wrappermode=yes -o smtpd_sasl_auth_enable=yes
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        error unix - - n - - error
        retry unix - - n - - error
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;
}
