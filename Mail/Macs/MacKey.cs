namespace Actors.Mail.Macs;

/// <summary>A key that proves what this platform gave out: return paths, links to unsubscribe.</summary>
public sealed class MacKey
{
    /// <summary>Octets of the secret.</summary>
    public const int SecretLength = 32;

    /// <param name="id">Stands in everything made with it; 0 to 255.</param>
    /// <param name="secret">Octets that nobody can guess.</param>
    /// <exception cref="ArgumentException">The secret is of another length.</exception>
    public MacKey(byte id, ReadOnlyMemory<byte> secret)
    {
        if (secret.Length != SecretLength)
            throw new ArgumentException($"Not {SecretLength} octets.", nameof(secret));
        Id = id;
        Secret = secret;
    }

    public byte Id { get; }

    internal ReadOnlyMemory<byte> Secret { get; }
}
