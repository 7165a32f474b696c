using System.Net;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Access;

/// <summary>Where a request comes from.</summary>
/// <param name="proxies">Whose X-Forwarded-For is believed.</param>
internal sealed class ClientAddress(IReadOnlyList<IPNetwork> proxies)
{
    /// <summary>More hops than any way has; the rest of a longer header is not looked at.</summary>
    private const int HopsMax = 16;

    /// <returns>The last address that no trusted proxy has; null where the transport has none.</returns>
    public IPAddress? Of(HttpContext http)
    {
        var from = Plain(http.Connection.RemoteIpAddress);
        if (proxies.Count == 0 || http.Request.Headers["X-Forwarded-For"] is not { Count: > 0 } header)
            return from;
        var hops = string.Join(',', header.AsEnumerable()).Split(',', StringSplitOptions.TrimEntries);
        for (var i = hops.Length - 1; i >= 0 && i >= hops.Length - HopsMax && IsProxy(from); i--)
        {
            if (!IPAddress.TryParse(hops[i], out var before))
                break;
            from = Plain(before);
        }

        return from;
    }

    private bool IsProxy(IPAddress? address) =>
        address is not null && proxies.Any(network => network.Contains(address));

    private static IPAddress? Plain(IPAddress? address) =>
        address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
