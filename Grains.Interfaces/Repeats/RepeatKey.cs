using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;

namespace Actors.Grains.Repeats;

/// <summary>Grain keys of requests with an idempotency key.</summary>
public static class RepeatKey
{
    /// <param name="tenant">Whose credential it is.</param>
    /// <param name="credential">An API key's id or a user's: nobody is shown what another was told.</param>
    /// <param name="idempotencyKey">Hashed, because clients put anything into it.</param>
    public static string Of(TenantId tenant, string credential, string idempotencyKey)
    {
        var text = Encoding.UTF8.GetBytes($"{credential}\n{idempotencyKey}"); // no credential has a line break
        return $"{tenant.Value}/{Convert.ToHexStringLower(SHA256.HashData(text))}";
    }
}
