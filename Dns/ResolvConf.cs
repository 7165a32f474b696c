using System.Net;

namespace Actors.Dns;

/// <summary>
/// The servers that /etc/resolv.conf names, see resolv.conf(5). Search domains and options are not taken over: mail
/// domains are always complete, and the time-outs are the resolver's own.
/// </summary>
public static class ResolvConf
{
    public const string DefaultPath = "/etc/resolv.conf";

    private const int DnsPort = 53;

    /// <returns>
    /// The servers in order; 127.0.0.1 when the file is missing, unreadable or names none, as the C library does.
    /// </returns>
    public static IReadOnlyList<IPEndPoint> ReadServers(string path = DefaultPath)
    {
        try
        {
            return ParseServers(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ParseServers("");
        }
    }

    public static IReadOnlyList<IPEndPoint> ParseServers(string text)
    {
        var servers = new List<IPEndPoint>();
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 2 && words[0] == "nameserver" && IPAddress.TryParse(words[1], out var address)
                && servers.Count < ResolverOptions.ServersMax)
                servers.Add(new(address, DnsPort));
        }
        return servers.Count > 0 ? servers : [new(IPAddress.Loopback, DnsPort)];
    }
}
