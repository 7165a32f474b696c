using System.Net;
using Actors.Api.Json;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;

namespace Actors.Api.SmtpAccounts;

/// <summary>Reads an own account's server: secure and authenticated unless the body says otherwise.</summary>
internal static class ServerFields
{
    private const int WordLengthMax = 20;

    public static string WordOf(AccountSecurity security) => security switch
    {
        AccountSecurity.Ssl => "ssl",
        AccountSecurity.StartTls => "starttls",
        _ => "none",
    };

    public static string WordOf(OwnProxyKind kind) => kind switch
    {
        OwnProxyKind.Socks4 => "socks4",
        OwnProxyKind.Socks5 => "socks5",
        _ => "http",
    };

    /// <param name="secrets">With the passwords that the body has.</param>
    public static OwnServer? Read(Fields server, Fields? proxy, out AccountSecrets secrets)
    {
        var host = HostOf(server);
        var security = SecurityOf(server);
        var port = PortOf(server, security);
        var authenticates = server.FlagOrNull("authentication") ?? true;
        var user = authenticates
            ? server.Text("user", AccountLimits.CredentialLengthMax)
            : server.TextOrNull("user", AccountLimits.CredentialLengthMax);
        var password = server.TextOrNull("password", AccountLimits.CredentialLengthMax);
        var verifies = server.FlagOrNull("verify_certificate") ?? true;
        var allowsClear = server.FlagOrNull("allow_clear_password") ?? false;
        if (!authenticates && (user ?? password) is not null)
            server.Error<string>("authentication", "not_allowed", "Without authentication there is no user.");
        if (authenticates && security == AccountSecurity.None && !allowsClear)
            server.Error<string>(
                "allow_clear_password", "missing",
                "Without TLS the password can be read on its way: say allow_clear_password if that is meant.");
        var through = proxy is null ? null : ProxyOf(proxy);
        secrets = new AccountSecrets(password, proxy?.TextOrNull("password", AccountLimits.CredentialLengthMax));
        return new OwnServer(host, port, security, authenticates ? user : null, verifies, through)
        {
            AllowsClearPassword = allowsClear,
        };
    }

    /// <returns>A-labels in lower case, or an address.</returns>
    private static string HostOf(Fields server)
    {
        var text = server.Text("host", AccountLimits.HostLengthMax);
        if (IPAddress.TryParse(text.Trim('[', ']'), out var address))
            return address.ToString();
        if (DomainName.TryParse(text, out var name))
            return name.Ascii;
        return text.Length == 0
            ? ""
            : server.Error<string>("host", "invalid_host", "The host is a name or an IP address.") ?? "";
    }

    /// <returns>Where nothing is said the one that is meant for the security (RFC 8314 §3.3, RFC 6409 §3.1).</returns>
    private static int PortOf(Fields server, AccountSecurity security)
    {
        var port = server.WholeOrNull("port", 1, 65_535) ?? (security == AccountSecurity.Ssl ? 465 : 587);
        return AccountLimits.IsMailPort((int)port)
            ? (int)port
            : server.Error<int>("port", "not_allowed", "The port has to be 25, 465, 587, or 1024 and above.");
    }

    private static AccountSecurity SecurityOf(Fields server)
    {
        var word = server.TextOrNull("security", WordLengthMax) ?? WordOf(AccountSecurity.Ssl);
        foreach (var security in Enum.GetValues<AccountSecurity>())
            if (WordOf(security) == word)
                return security;
        return server.Error<AccountSecurity>(
            "security", "unknown_value", "The value has to be ssl, starttls or none.");
    }

    private static OwnProxy ProxyOf(Fields proxy)
    {
        var kind = KindOf(proxy);
        var text = proxy.Text("address", AccountLimits.HostLengthMax);
        var port = proxy.Integer("port", 1, 65_535);
        var user = proxy.TextOrNull("user", AccountLimits.CredentialLengthMax);
        if (!IPAddress.TryParse(text.Trim('[', ']'), out var address) && text.Length > 0)
            proxy.Error<string>("address", "invalid_address", "A proxy is named by its IP address.");
        if (user is not null && (user.Contains(':', StringComparison.Ordinal) || kind == OwnProxyKind.Socks4))
            proxy.Error<string>("user", "not_allowed", "No colon may be in it, and SOCKS4 knows no password.");
        return new OwnProxy(kind, address?.ToString() ?? "", port, user);
    }

    private static OwnProxyKind KindOf(Fields proxy)
    {
        var word = proxy.Text("kind", WordLengthMax);
        foreach (var kind in Enum.GetValues<OwnProxyKind>())
            if (WordOf(kind) == word)
                return kind;
        return word.Length == 0
            ? default
            : proxy.Error<OwnProxyKind>("kind", "unknown_value", "The value has to be socks4, socks5 or http.");
    }
}
