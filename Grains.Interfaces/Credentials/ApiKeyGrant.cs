using System.Collections.Immutable;
using System.Net;
using Actors.Grains.Ids;

namespace Actors.Grains.Credentials;

/// <summary>What a key opens: within its scopes, through its accounts, from its networks, until it ends.</summary>
/// <param name="Accounts">SMTP accounts it is restricted to; empty for all, later ones too.</param>
/// <param name="Networks">CIDR form; empty for any.</param>
/// <param name="ExpiresAt">Null for a key without end.</param>
[GenerateSerializer, Immutable, Alias("api-key-grant")]
public sealed record ApiKeyGrant(
    Scopes Scopes, ImmutableArray<AccountId> Accounts, ImmutableArray<string> Networks, DateTimeOffset? ExpiresAt)
{
    /// <summary>Keys that a tenant may have.</summary>
    public const int KeysMax = 100;

    /// <summary>What keys have that were made without a word about it.</summary>
    public static ApiKeyGrant Everything { get; } = new(Scopes.All, [], [], null);

    /// <param name="from">Not an IPv4 address in IPv6 form; null where the transport has no address.</param>
    public bool Admits(IPAddress? from, DateTimeOffset now)
    {
        if (ExpiresAt <= now)
            return false;
        return Networks.IsEmpty
            || (from is not null && Networks.Any(network => IPNetwork.Parse(network).Contains(from)));
    }
}
