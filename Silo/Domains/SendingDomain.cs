using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Signing;

namespace Actors.Silo.Domains;

/// <summary>What mail with From at a domain leaves with.</summary>
/// <param name="Version">Of the domain it was made from.</param>
/// <param name="ReturnPathHost">Null for the platform's.</param>
/// <param name="Signers">The domain's own; none where it has no key that may sign.</param>
public sealed record SendingDomain(
    long Version, bool IsHeld, DomainName? ReturnPathHost, IReadOnlyList<DkimSigner> Signers);
