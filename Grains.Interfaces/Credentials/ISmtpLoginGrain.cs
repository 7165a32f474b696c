using Actors.Grains.Ids;

namespace Actors.Grains.Credentials;

/// <summary>One application's SMTP login.</summary>
/// <remarks>Key: the user name in lower case.</remarks>
[Alias("smtp-login")]
public interface ISmtpLoginGrain : IGrainWithStringKey
{
    /// <summary>Also replaces the password of a login that there is.</summary>
    /// <param name="passwordHash"><see cref="Secret.Hash"/> of the generated password.</param>
    Task Issue(AccountKey account, string passwordHash);

    /// <summary>Also replaces the password of a login that there is.</summary>
    Task IssueChosen(AccountKey account, ChosenPassword password);

    Task Revoke();

    /// <param name="passwordHash"><see cref="Secret.Hash"/> of the password given.</param>
    /// <returns>Nothing in it when the user name or the password is wrong, without saying which.</returns>
    [ReadOnly]
    Task<LoginAnswer> Authenticate(string passwordHash);

    /// <summary>A password given was proved to be the chosen one: for the life of this activation it is known by its
    /// fast hash too, which is never stored.</summary>
    /// <param name="proved">What it was proved by; of a password replaced meanwhile nothing is remembered.</param>
    [OneWay]
    Task Remember(string passwordHash, ChosenPassword proved);
}

/// <param name="Account">The account it submits for; null when the login is wrong.</param>
/// <param name="Unproved">The chosen password that the one given has to prove before the account counts: by the
/// caller, outside of grains' turns. Null when there is nothing to prove.</param>
[GenerateSerializer, Immutable, Alias("login-answer")]
public sealed record LoginAnswer(AccountKey? Account, ChosenPassword? Unproved = null)
{
    public static LoginAnswer Wrong { get; } = new(Account: null);
}
