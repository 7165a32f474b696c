using Actors.Mail.Authentication.Dkim;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Domains;

/// <summary>The key record of a selector, also where it is an alias of a record elsewhere.</summary>
internal static class KeyExamination
{
    /// <summary>Shorter keys count, and are advised against (RFC 8301 §3.2).</summary>
    private const int BitsRecommended = 2048;

    public static async ValueTask<DomainFinding> Look(
        ExpectedKey expected, IDnsLookup dns, CancellationToken cancellation)
    {
        var name = expected.Selector.NameAt(expected.Domain);
        var answer = await dns.Texts(name, cancellation);
        var (state, text, remedy) = answer switch
        {
            { Status: LookupStatus.TemporaryFailure } =>
                (DomainState.Unknown, "DNS gave no answer", "Look again in some minutes."),
            { IsVoid: true } => (DomainState.Missing, "has no key", Publish(expected)),
            { Records.Count: > 1 } => (DomainState.Wrong, $"has {answer.Records.Count} TXT records, of which receivers "
                + "may take any", "Leave only the key."),
            _ => Judge(answer.Records[0], expected),
        };
        if (answer.Owner is { } owner && !owner.Equals(name, StringComparison.OrdinalIgnoreCase))
            text += $" (an alias of {owner})";
        return new DomainFinding(DomainAspect.Dkim, state, name, text, remedy);
    }

    private static (DomainState, string, string?) Judge(string text, ExpectedKey expected)
    {
        if (!KeyRecord.TryParse(text, out var record))
            return (DomainState.Wrong, "has a TXT record that is no key", Publish(expected));
        if (record.PublicKeyText.Length == 0)
            return (DomainState.Wrong, "has a key that was revoked (p= is empty)", Publish(expected));
        if (record.KeyType != "rsa" || !PublicKey.TryRead(record.PublicKeyText, out var key))
            return (DomainState.Wrong, "has a key that is no usable RSA key", Publish(expected));
        if (expected.Key is not null && !key.Equals(expected.Key))
            return (DomainState.Wrong, "has another key than the one that signs", Publish(expected));
        if (!record.IsForEmail || (!record.Hashes.IsEmpty && !record.Hashes.Contains("sha256")))
            return (DomainState.Wrong, "has a key that is not for e-mail with SHA-256", Publish(expected));
        if (key.Bits < DkimLimits.RsaBitsMin)
            return (DomainState.Wrong, $"has a key of {key.Bits} bits, too short to count", Publish(expected));
        if (record.IsTest)
            return (DomainState.Weak, "has a key that is only on trial (t=y)", "Remove t=y once mail arrives well.");
        return key.Bits < BitsRecommended
            ? (DomainState.Weak, $"has a key of {key.Bits} bits", $"Use one of {BitsRecommended} bits.")
            : (DomainState.Fine, expected.Key is null
                ? $"has an RSA key of {key.Bits} bits"
                : $"has the key that signs, RSA of {key.Bits} bits", null);
    }

    private static string Publish(ExpectedKey expected) => expected.Key is null
        ? "Publish the key as a TXT record, or the alias that the sender named."
        : $"Publish the TXT record \"{KeyRecord.TextFor(expected.Key)}\".";
}
