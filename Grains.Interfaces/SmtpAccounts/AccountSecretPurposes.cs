using Actors.Grains.Ids;

namespace Actors.Grains.SmtpAccounts;

/// <summary>What an account's secrets are sealed for.</summary>
public static class AccountSecretPurposes
{
    public static string Password(AccountKey account) => $"smtp-account/{account}/password";

    public static string ProxyPassword(AccountKey account) => $"smtp-account/{account}/proxy-password";
}
