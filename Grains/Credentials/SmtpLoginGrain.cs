using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Credentials;

[GenerateSerializer, Alias("smtp-login-state")]
public sealed record SmtpLoginState
{
    [Id(0)] public AccountKey? Account { get; init; }

    /// <summary>SHA-256 in hex; null when never issued, or revoked.</summary>
    [Id(1)] public string? PasswordHash { get; init; }
}

public sealed class SmtpLoginGrain(
    [PersistentState("smtp-login", StorageNames.Grains)] IPersistentState<SmtpLoginState> stored)
    : Grain, ISmtpLoginGrain
{
    private static readonly byte[] NoHash = new byte[64];

    public Task Issue(AccountKey account, string passwordHash) =>
        stored.Save(new SmtpLoginState { Account = account, PasswordHash = passwordHash }, this);

    public Task Revoke() => stored.Save(new SmtpLoginState(), this);

    public Task<AccountKey?> Authenticate(string passwordHash)
    {
        var expected = stored.State.PasswordHash is { } hash ? Encoding.ASCII.GetBytes(hash) : NoHash;
        var equal = CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(passwordHash));
        if (stored.State.Account is null)
            DeactivateOnIdle(); // guesses leave nothing in memory
        return Task.FromResult(equal ? stored.State.Account : null);
    }
}
