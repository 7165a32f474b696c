using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.People;

namespace Actors.Api.Access.Passwords;

/// <summary>Hashes passwords of users (<see cref="PasswordDerivation"/>), a few at a time: however many try to log in,
/// processors are left for everything else.</summary>
internal sealed class PasswordWork(ApiOptions options, IIdSource chance) : IDisposable
{
    /// <summary>Those that wait for their turn; more are sent away.</summary>
    public const int WaitingMax = 32;

    private static readonly PasswordSalt Nobody = new(new byte[PasswordDerivation.SaltOctets], 0);

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
            var padding = missing > 0 ? PasswordDerivation.Derive(password, known.Salt, missing) : null;
            return known.Iterations > 0 ? PasswordDerivation.Derive(password, known.Salt, known.Iterations) : padding!;
        });
    }

    /// <returns>Null when too many wait.</returns>
    public async Task<PasswordHash?> Hash(string password)
    {
        var salt = new byte[PasswordDerivation.SaltOctets];
        chance.Fill(salt);
        return await Run(() => PasswordDerivation.Derive(password, salt, options.PasswordIterations)) is { } hash
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
}
