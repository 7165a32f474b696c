using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Canonical;
using Actors.Mail.Authentication.Dkim.Keys;

namespace Actors.Mail.Authentication.Dkim.Verifying;

/// <summary>Understands the value of a DKIM-Signature field, or says what is wrong with it (RFC 6376 §6.1.1).</summary>
internal sealed class SignatureReader
{
    /// <summary>Digits of t= and x= (RFC 6376 §3.5): well inside what a date can be.</summary>
    private const int TimeDigitsMax = 11;

    /// <summary>Digits of l= that are read; RFC 6376 §3.5 allows 76, of no use to anybody.</summary>
    private const int LengthDigitsMax = 18;

    private TagList tags = null!;
    private DomainName? domain;
    private Selector? selector;

    /// <param name="refusal">Null when the signature was understood.</param>
    internal static bool TryRead(
        string value,
        [NotNullWhen(true)] out DkimSignature? signature,
        [NotNullWhen(false)] out DkimResult? refusal)
    {
        var reader = new SignatureReader();
        (signature, refusal) = (null, null);
        var problem = reader.Read(value, ref signature);
        if (problem is { } wrong)
            refusal = new DkimResult(wrong.Status, reader.domain, reader.selector?.Value, wrong.Reason);
        return refusal is null;
    }

    private Problem? Read(string value, ref DkimSignature? signature)
    {
        if (value.Length > DkimLimits.SignatureOctetsMax)
            return new(DkimStatus.Neutral, "the signature is too long");
        if (!TagList.TryParse(value, out var list))
            return new(DkimStatus.Neutral, "the signature is no list of tags");
        tags = list;
        return Names() ?? Algorithm() ?? Complete(ref signature);
    }

    private Problem? Names()
    {
        if (!DomainName.TryParse(tags["d"], out domain) || !Selector.TryParse(tags["s"], out selector)
            || !selector.FitsBelow(domain))
            return new(DkimStatus.PermError, "d= or s= is missing or no name");
        return tags["v"] == "1" ? null : new(DkimStatus.PermError, "v= is not 1");
    }

    private Problem? Complete(ref DkimSignature? signature)
    {
        if (Times(out var expires) is { } wrongTime)
            return wrongTime;
        if (!TryForms(out var headerForm, out var bodyForm))
            return new(DkimStatus.PermError, "c= names no known form");
        if (!TryIdentity(out var identity))
            return new(DkimStatus.PermError, "i= is not of the domain of d=");
        if (!TryNames(out var names))
            return new(DkimStatus.PermError, "h= is missing, too long or leaves From out");
        if (!TryNumber("l", LengthDigitsMax, out var length))
            return new(DkimStatus.PermError, "l= is no number");
        if (Octets("bh") is not { Length: BodyHash.DigestOctets } bodyDigest || Octets("b") is not { Length: > 0 } b)
            return new(DkimStatus.PermError, "b= or bh= is missing or no base64");
        signature = new DkimSignature
        {
            Domain = domain!,
            Selector = selector!,
            IdentityDomain = identity,
            HeaderForm = headerForm,
            BodyForm = bodyForm,
            SignedNames = names,
            BodyDigest = bodyDigest,
            Value = b,
            BodyLength = length,
            Expires = expires,
        };
        return null;
    }

    private Problem? Algorithm() => (tags["a"], tags["q"]) switch
    {
        (null, _) => new(DkimStatus.PermError, "a= is missing"),
        ("rsa-sha1", _) => new(DkimStatus.Policy, "rsa-sha1 does not count any more"), // RFC 8301 §3.1
        (not "rsa-sha256", _) => new(DkimStatus.Neutral, "a= names an algorithm that is not known here"),
        (_, { } query) when !TagList.WithoutSpace(query).Split(':').Contains("dns/txt") =>
            new(DkimStatus.Neutral, "q= names no way to the key that is known here"),
        _ => null,
    };

    private Problem? Times(out DateTimeOffset? expires)
    {
        expires = null;
        if (!TryNumber("t", TimeDigitsMax, out var signed) || !TryNumber("x", TimeDigitsMax, out var end))
            return new(DkimStatus.PermError, "t= or x= is no time");
        if (end <= signed)
            return new(DkimStatus.PermError, "x= is not later than t=");
        expires = end is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        return null;
    }

    private bool TryForms(out Canonicalization header, out Canonicalization body)
    {
        (header, body) = (Canonicalization.Simple, Canonicalization.Simple);
        if (tags["c"] is not { } text)
            return true;
        var halves = text.ToLowerInvariant().Split('/');
        return halves.Length <= 2 && TryForm(halves[0], out header)
            && (halves.Length == 1 || TryForm(halves[1], out body));
    }

    private static bool TryForm(string text, out Canonicalization form)
    {
        form = text == "relaxed" ? Canonicalization.Relaxed : Canonicalization.Simple;
        return text is "relaxed" or "simple";
    }

    private bool TryIdentity([NotNullWhen(true)] out DomainName? identity)
    {
        identity = domain;
        if (tags["i"] is not { } text)
            return identity is not null;
        return text.LastIndexOf('@') is var at and >= 0 && DomainName.TryParse(text[(at + 1)..], out identity)
            && (identity.Equals(domain)
                || identity.Ascii.EndsWith("." + domain!.Ascii, StringComparison.Ordinal));
    }

    private bool TryNames(out ImmutableArray<string> names)
    {
        names = tags["h"] is { } list ? [.. TagList.WithoutSpace(list).ToLowerInvariant().Split(':')] : [];
        return names.Length <= DkimLimits.SignedNamesMax && names.Contains("from")
            && names.All(name => name.Length > 0);
    }

    /// <returns>False where the tag is there and is no number.</returns>
    private bool TryNumber(string tag, int digitsMax, out long? number)
    {
        number = null;
        if (tags[tag] is not { } text)
            return true;
        if (text.Length > digitsMax
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            return false;
        number = read;
        return true;
    }

    private byte[]? Octets(string tag)
    {
        if (tags[tag] is not { } value)
            return null;
        var text = TagList.WithoutSpace(value);
        var octets = new byte[text.Length];
        return Convert.TryFromBase64String(text, octets, out var length) ? octets[..length] : null;
    }

    private readonly record struct Problem(DkimStatus Status, string Reason);
}
