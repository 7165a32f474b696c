using System.Globalization;
using System.Net;
using System.Text;
using Actors.Smtp.Client.Dialogue;

namespace Actors.Smtp.Client.Proxies;

/// <summary>The method CONNECT of HTTP/1.1 (RFC 9110 §9.3.6).</summary>
internal sealed class HttpConnect(ProxyServer proxy, SmtpEndpoint target, WireSocket socket, InputBuffer input)
    : ProxyDialogue(proxy, target, socket, input)
{
    private static readonly byte[] EndOfHeader = "\r\n\r\n"u8.ToArray();

    protected override async ValueTask<string?> Open()
    {
        var authority = Proxy.Resolves
            ? string.Create(CultureInfo.InvariantCulture, $"{Target.Host}:{Target.Port}")
            : new IPEndPoint(Target.Address, Target.Port).ToString(); // with brackets around IPv6
        var login = Proxy.Credentials is { } credentials
            ? $"Proxy-Authorization: Basic {Basic(credentials)}\r\n"
            : "";
        await Say(Encoding.ASCII.GetBytes($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n{login}\r\n"));
        return await ReadTo(EndOfHeader) is { } header
            ? Judge(Encoding.Latin1.GetString(header))
            : "its answer is too long";
    }

    private static string? Judge(string header)
    {
        var line = header.Split("\r\n")[0];
        if (!line.StartsWith("HTTP/1.", StringComparison.Ordinal) || line.Length < 12
            || !int.TryParse(line.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            return "it does not speak HTTP";
        return status is >= 200 and < 300 ? null
            : status == 407 ? "it does not accept user name and password"
            : string.Create(CultureInfo.InvariantCulture, $"it answered with HTTP status {status}");
    }

    private static string Basic(ProxyCredentials credentials) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.User}:{credentials.Password}"));
}
