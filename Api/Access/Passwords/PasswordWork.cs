using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.People;

namespace Actors.Api.Access.Passwords;

/// <summary>Hashes passwords by PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2), a few at a time: however many try to log
/// in, processors are left for everything else.</summary>
internal sealed class PasswordWork(ApiOptions options, IIdSource chance) : IDisposable
{
    /// <summary>Those that wait for their turn; more are sent away.</summary>
    public const int WaitingMax = 32;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    private static readonly PasswordSalt Nobody = new(new byte[SaltBytes], 0);

    private readonly SemaphoreSlim turns = new(options.PasswordConcurrency);
    private int present;

    /// <summary>Hashes with the same number of iterations whether there is a password, and however it was
    /// stored.</summary>
    /// <param name="salt">Null where there is none.</param>
    /// <returns>Null when too many wait.</returns>
    public Task<byte[]?> Check(string password, PasswordSalt? salt)
    {
        var known = salt ?? Nobody;
        return Run(() =>
        {
            var missing = options.PasswordIterations - known.Iterations;
            var padding = missing > 0 ? Derive(password, known.Salt, missing) : null;
            return known.Iterations > 0 ? Derive(password, known.Salt, known.Iterations) : padding!;
        });
    }

    /// <returns>Null when too many wait.</returns>
    public async Task<PasswordHash?> Hash(string password)
    {
        var salt = new byte[SaltBytes];
        chance.Fill(salt);
        return await Run(() => Derive(password, salt, options.PasswordIterations)) is { } hash
            ? new PasswordHash(new PasswordSalt(salt, options.PasswordIterations), hash)
            : null;
    }

    public bool IsOutdated(PasswordSalt salt) => salt.Iterations < options.PasswordIterations;

    public void Dispose() => turns.Dispose();

    private async Task<byte[]?> Run(Func<byte[]> work)
    {
        try
        {
            if (Interlocked.Increment(ref present) > options.PasswordConcurrency + WaitingMax)
                return null;
            await turns.WaitAsync();
            try
            {
                return await Task.Run(work);
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref present);
        }
    }

    /// <summary>Two ways to type a letter are one password (RFC 8265 §4.2.2).</summary>
    private static byte[] Derive(string password, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormC)), salt, iterations,
        HashAlgorithmName.SHA256, HashBytes);
}
