using System.Security.Cryptography;
using System.Text;

namespace Actors.Dns.MailExchange;

/// <summary>The stable name of a set of exchanges.</summary>
internal static class Site
{
    private const int DigestCharacters = 32;

    /// <summary>
    /// Sorted and joined; a long set keeps its first name and a digest of all, so that it stays usable as a key.
    /// </summary>
    public static string Of(IEnumerable<string> hosts)
    {
        var names = hosts.Order(StringComparer.Ordinal).ToArray();
        var joined = string.Join(',', names);
        if (joined.Length <= MailExchangers.SiteLengthMax)
            return joined;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(joined)))[..DigestCharacters];
        var room = MailExchangers.SiteLengthMax - DigestCharacters - 1;
        return $"{(names[0].Length <= room ? names[0] : names[0][^room..])}+{digest}";
    }
}
