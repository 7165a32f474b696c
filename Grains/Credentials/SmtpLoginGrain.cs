using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Credentials;

[GenerateSerializer, Alias("smtp-login-state")]
public sealed record SmtpLoginState
{
    [Id(0)] public AccountKey? Account { get; init; }

    /// <summary>SHA-256 in hex of a generated password; null when never issued, revoked, or the password was
    /// chosen.</summary>
    [Id(1)] public string? PasswordHash { get; init; }

    /// <summary>Null for a generated password.</summary>
    [Id(2)] public ChosenPassword? Chosen { get; init; }
}

public sealed class SmtpLoginGrain(
    [PersistentState("smtp-login", StorageNames.Grains)] IPersistentState<SmtpLoginState> stored)
    : BriefGrain, ISmtpLoginGrain
{
    private static readonly byte[] NoHash = new byte[64];

    /// <summary>Of a chosen password that was proved: in memory alone.</summary>
    private string? proved;

    public Task Issue(AccountKey account, string passwordHash) =>
        Save(new SmtpLoginState { Account = account, PasswordHash = passwordHash });

    public Task IssueChosen(AccountKey account, ChosenPassword password) =>
        Save(new SmtpLoginState { Account = account, Chosen = password });

    public Task Revoke() => Save(new SmtpLoginState());

    public Task<LoginAnswer> Authenticate(string passwordHash)
    {
        var expected = (stored.State.PasswordHash ?? proved) is { } hash ? Encoding.ASCII.GetBytes(hash) : NoHash;
        var equal = CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(passwordHash));
        if (stored.State.Account is null)
            LeaveSoon(); // guesses leave nothing in memory
        return Task.FromResult(
            equal && stored.State.Account is { } account ? new LoginAnswer(account)
            : proved is null && stored.State.Chosen is { } chosen
                ? new LoginAnswer(stored.State.Account, chosen)
            : LoginAnswer.Wrong);
    }

    public Task Remember(string passwordHash, ChosenPassword proved)
    {
        if (stored.State.Chosen == proved)
            this.proved = passwordHash;
        return Task.CompletedTask;
    }

    private Task Save(SmtpLoginState next)
    {
        proved = null;
        return stored.Save(next, this);
    }
}
