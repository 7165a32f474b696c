namespace Actors.Grains.SmtpAccounts;

/// <summary>The words for what an account is, in lists and in answers.</summary>
public static class AccountWords
{
    /// <summary>The mark of accounts that the platform has blocked.</summary>
    public const string Blocked = "blocked";

    /// <summary>The mark of accounts with an address of their own.</summary>
    public const string Dedicated = "dedicated";

    public static string Of(AccountKind kind) => kind == AccountKind.Own ? "own" : "platform";

    public static string Of(AccountStatus status) => status switch
    {
        AccountStatus.Active => "active",
        AccountStatus.Waiting => "waiting",
        AccountStatus.Declined => "declined",
        AccountStatus.Blocked => "blocked",
        AccountStatus.Off => "off",
        AccountStatus.Unchecked => "unchecked",
        AccountStatus.Closing => "closing",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
