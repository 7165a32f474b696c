using System.Text;

namespace Actors.Smtp.Client.Proxies;

/// <summary>What to log in to a proxy with.</summary>
public sealed record ProxyCredentials
{
    /// <summary>Octets of either part in UTF-8 (RFC 1929 §2).</summary>
    public const int OctetsMax = 255;

    /// <exception cref="ArgumentException">A part is empty, too long or holds a control character, or the user name
    /// holds a colon, with which Basic authentication ends it.</exception>
    public ProxyCredentials(string user, string password)
    {
        if (!IsUsable(user) || !IsUsable(password) || user.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException(
                $"User name and password of a proxy: 1 to {OctetsMax} octets each, without control characters, and no "
                + "colon in the name.");
        (User, Password) = (user, password);
    }

    public string User { get; }

    public string Password { get; }

    /// <summary>Without the password, for logs.</summary>
    public override string ToString() => User;

    private static bool IsUsable(string part) =>
        part.Length > 0 && Encoding.UTF8.GetByteCount(part) <= OctetsMax && !part.Any(char.IsControl);
}
