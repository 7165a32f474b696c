using System.Net;
using System.Net.Sockets;
using Actors.Dns.MailExchange;
using Actors.Smtp.Client.Proxies;

namespace Actors.Silo.Configuration;

/// <summary>What the texts of <see cref="DeliverySettings"/> stand for. They were checked when the process
/// started.</summary>
public static class DeliverySettingsParsing
{
    private const int DnsPort = 53;

    public static IReadOnlyList<IPNetwork> Networks(this DeliverySettings settings) =>
        [.. Parts(settings.AllowedNetworks).Select(IPNetwork.Parse)];

    public static IReadOnlyList<IPEndPoint> Servers(this DeliverySettings settings) =>
        [.. Parts(settings.DnsServers).Select(IPEndPoint.Parse)
            .Select(server => server.Port == 0 ? new IPEndPoint(server.Address, DnsPort) : server)];

    /// <returns>Null for the system's choice.</returns>
    public static IPAddress? Source(this DeliverySettings settings) =>
        settings.SourceAddress.Length == 0 ? null : IPAddress.Parse(settings.SourceAddress);

    /// <summary>What can be connected to from the source address.</summary>
    public static AddressFamilies Families(this DeliverySettings settings) => settings.Source()?.AddressFamily switch
    {
        null => AddressFamilies.Both,
        AddressFamily.InterNetwork => AddressFamilies.IPv4Only,
        _ => AddressFamilies.IPv6Only,
    };

    /// <returns>Null for none.</returns>
    public static ProxyServer? ProxyServer(this DeliverySettings settings) =>
        Smtp.Client.Proxies.ProxyServer.TryParse(settings.Proxy, out var proxy) ? proxy : null;

    internal static string[] Parts(string list) =>
        list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
