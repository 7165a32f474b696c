namespace Actors.Silo.Configuration;

/// <summary>The HTTP API.</summary>
/// <remarks>Without TLS: beyond this machine it belongs behind a proxy that adds it.</remarks>
public sealed record HttpSettings
{
    [Option(OptionKind.EndPoint, "Address and port of the HTTP API. Port 0: any free one. It speaks no TLS: beyond "
        + "this machine put a proxy that does in front of it.")]
    public string Listen { get; init; } = "127.0.0.1:8080";

    [Option(OptionKind.UrlOrNone, "Where people reach the HTTP API: links in mails begin with it, and with https "
        + "session cookies are for TLS alone. Empty: the address it listens on.")]
    public string PublicUrl { get; init; } = "";

    [Option(OptionKind.Networks, "Proxies in front of the HTTP API whose X-Forwarded-For is believed; empty for none. "
        + "Without it, behind a proxy all clients have the proxy's address.")]
    public string TrustedProxies { get; init; } = "";

    [Option(OptionKind.Number, "Requests a second that one API key may make for long; twice as many at once.",
        Min = 1, Max = 1_000_000)]
    public int RequestsPerSecond { get; init; } = 1_000;
}
