using Actors.Grains.Ids;

namespace Actors.Grains.Domains;

/// <summary>What the sealed secrets of domains are sealed for.</summary>
public static class DomainSecrets
{
    public static string KeyPurpose(DomainKey domain) => $"domain/{domain}/dkim";
}
