using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;

namespace Actors.Mail.Authentication.Domains;

/// <summary>A key that mail of the domain is signed with.</summary>
/// <param name="Domain">The d= of the signatures.</param>
/// <param name="Key">Null when it is not known here: any usable key will do then.</param>
public sealed record ExpectedKey(DomainName Domain, Selector Selector, PublicKey? Key);
