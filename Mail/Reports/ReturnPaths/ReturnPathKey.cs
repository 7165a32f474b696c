namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>A key that return paths are made with.</summary>
public sealed class ReturnPathKey
{
    /// <summary>Octets of the secret.</summary>
    public const int SecretLength = 32;

    /// <param name="id">Stands in every return path made with it; 0 to 255.</param>
    /// <param name="secret">Octets that nobody can guess.</param>
    /// <exception cref="ArgumentException">The secret is of another length.</exception>
    public ReturnPathKey(byte id, ReadOnlyMemory<byte> secret)
    {
        if (secret.Length != SecretLength)
            throw new ArgumentException($"Not {SecretLength} octets.", nameof(secret));
        Id = id;
        Secret = secret;
    }

    public byte Id { get; }

    internal ReadOnlyMemory<byte> Secret { get; }
}
