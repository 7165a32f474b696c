using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;

namespace Actors.Mail.Authentication.Dkim.Signing;

/// <summary>Signs for one domain with one key: rsa-sha256, relaxed/relaxed. Safe for many threads.</summary>
public sealed class DkimSigner
{
    /// <exception cref="ArgumentException">DNS cannot hold the name of the key.</exception>
    public DkimSigner(DomainName domain, Selector selector, PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(key);
        if (!selector.FitsBelow(domain))
            throw new ArgumentException("The name of the key is too long for DNS.", nameof(selector));
        (Domain, Selector, Key) = (domain, selector, key);
        Opening = Encoding.ASCII.GetBytes(
            $" v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n\td={domain.Ascii}; s={selector};\r\n\tt=");
    }

    /// <summary>d=.</summary>
    public DomainName Domain { get; }

    /// <summary>s=.</summary>
    public Selector Selector { get; }

    public PrivateKey Key { get; }

    /// <summary>The signature's value up to its time.</summary>
    internal byte[] Opening { get; }
}
