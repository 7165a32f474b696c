using System.Collections.Immutable;
using Actors.Mail.Addresses;

namespace Actors.Mail.Authentication.Dkim.Verifying;

/// <summary>A DKIM-Signature that was understood (RFC 6376 §3.5).</summary>
internal sealed record DkimSignature
{
    /// <summary>d=.</summary>
    internal required DomainName Domain { get; init; }

    /// <summary>s=.</summary>
    internal required Keys.Selector Selector { get; init; }

    /// <summary>The part of i= behind the "@"; that of d= where there is no i=.</summary>
    internal required DomainName IdentityDomain { get; init; }

    /// <summary>The first half of c=.</summary>
    internal required Canonicalization HeaderForm { get; init; }

    /// <summary>The second half of c=.</summary>
    internal required Canonicalization BodyForm { get; init; }

    /// <summary>h=, in its order.</summary>
    internal required ImmutableArray<string> SignedNames { get; init; }

    /// <summary>bh=, as many octets as SHA-256 has.</summary>
    internal required byte[] BodyDigest { get; init; }

    /// <summary>b=.</summary>
    internal required byte[] Value { get; init; }

    /// <summary>l=. Null for all of the body.</summary>
    internal long? BodyLength { get; init; }

    /// <summary>x=. Null for never.</summary>
    internal DateTimeOffset? Expires { get; init; }
}
