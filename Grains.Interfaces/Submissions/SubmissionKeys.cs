using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;

namespace Actors.Grains.Submissions;

/// <summary>Grain keys of submissions.</summary>
public static class SubmissionKeys
{
    /// <summary>Without an idempotency key every submission has a grain of its own.</summary>
    public static string Of(TenantId tenant, SubmissionId id) => $"{tenant.Value}/{id.Value}";

    /// <summary>Hashed, because clients put anything into such a key.</summary>
    public static string Of(TenantId tenant, string idempotencyKey) =>
        $"{tenant.Value}/key-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)))}";

    public static TenantId TenantOf(string key) => TenantId.Parse(key[..key.IndexOf('/', StringComparison.Ordinal)]);
}
