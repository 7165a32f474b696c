using Actors.Grains.Ids;

namespace Actors.Grains.Credentials;

/// <summary>One application's SMTP login.</summary>
/// <remarks>Key: the user name in lower case.</remarks>
[Alias("smtp-login")]
public interface ISmtpLoginGrain : IGrainWithStringKey
{
    /// <param name="passwordHash"><see cref="Secret.Hash"/> of the generated password.</param>
    Task Issue(AccountKey account, string passwordHash);

    Task Revoke();

    /// <returns>The account it submits for; null when the user name or the password is wrong, without saying
    /// which.</returns>
    [ReadOnly]
    Task<AccountKey?> Authenticate(string passwordHash);
}
