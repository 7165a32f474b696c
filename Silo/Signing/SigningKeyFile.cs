using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Dkim.Signing;
using Actors.Silo.Files;

namespace Actors.Silo.Signing;

/// <summary>Where the key of a domain is, as the settings say it: <c>domain:selector:file</c>.</summary>
public sealed record SigningKeyFile(DomainName Domain, Selector Selector, string File)
{
    private const int Parts = 3;

    /// <summary>Where the public key is to be found in DNS.</summary>
    public string Name => Selector.NameAt(Domain);

    public static bool TryParse(string text, [NotNullWhen(true)] out SigningKeyFile? key)
    {
        key = null;
        var parts = text.Split(':', Parts, StringSplitOptions.TrimEntries);
        if (parts.Length < Parts || parts[^1].Length == 0 || !DomainName.TryParse(parts[0], out var domain)
            || !Selector.TryParse(parts[1], out var selector) || !selector.FitsBelow(domain))
            return false;
        key = new SigningKeyFile(domain, selector, parts[^1]);
        return true;
    }

    /// <param name="reason">Why there is no signer, with the file's full path.</param>
    public bool TryLoad([NotNullWhen(true)] out DkimSigner? signer, [NotNullWhen(false)] out string? reason)
    {
        signer = null;
        if (!SmallFile.TryRead(File, DkimLimits.PemMax, out var pem, out reason))
            return false;
        using var text = new StreamReader(new MemoryStream(pem)); // for its byte order mark, where there is one
        if (PrivateKey.TryReadPem(text.ReadToEnd(), out var key, out var refusal))
            signer = new DkimSigner(Domain, Selector, key);
        else
            reason = $"{Path.GetFullPath(File)} {refusal}";
        return signer is not null;
    }
}
