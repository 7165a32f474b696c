using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Signing;
using Actors.Silo.Configuration;

namespace Actors.Silo.Signing;

/// <summary>The keys of the settings, read once when the process starts.</summary>
public sealed class SigningKeys : IDisposable
{
    private readonly Dictionary<string, DkimSigner[]> byDomain;
    private readonly DkimSigner[] platform;

    /// <exception cref="InvalidOperationException">A key cannot be used; <see cref="SigningRules"/> says so
    /// before.</exception>
    public SigningKeys(SiloSettings settings)
    {
        platform = [.. Load(settings.Dkim.PlatformKeys)];
        byDomain = Load(settings.Dkim.Keys).GroupBy(signer => signer.Domain.Ascii)
            .ToDictionary(group => group.Key, group => group.Concat(platform).ToArray());
    }

    /// <summary>The domain's own keys where it has some, then those that sign everything; else those of the settings.
    ///</summary>
    public ReadOnlySpan<DkimSigner> For(DomainName? author, IReadOnlyList<DkimSigner> own) => own.Count == 0
        ? For(author)
        : platform.Length == 0 && own is DkimSigner[] alone ? alone : (DkimSigner[])[.. own, .. platform];

    /// <summary>Those of the closest domain at or above the author's, then those that sign everything.</summary>
    /// <param name="author">The domain of From. Null where that is not known.</param>
    public ReadOnlySpan<DkimSigner> For(DomainName? author)
    {
        if (byDomain.Count == 0)
            return platform;
        for (var name = author?.Ascii ?? ""; name.Length > 0; name = Parent(name))
            if (byDomain.TryGetValue(name, out var signers))
                return signers;
        return platform;
    }

    public void Dispose()
    {
        foreach (var signer in byDomain.Values.SelectMany(each => each).Concat(platform).Distinct())
            signer.Key.Dispose();
    }

    private static string Parent(string name) => name.IndexOf('.') is var dot and >= 0 ? name[(dot + 1)..] : "";

    private static IEnumerable<DkimSigner> Load(string list)
    {
        foreach (var part in DeliverySettingsParsing.Parts(list))
            yield return SigningKeyFile.TryParse(part, out var file) && file.TryLoad(out var signer, out _)
                ? signer
                : throw new InvalidOperationException($"{part} is no key to sign with");
    }
}
