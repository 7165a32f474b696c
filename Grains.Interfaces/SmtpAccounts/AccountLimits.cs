namespace Actors.Grains.SmtpAccounts;

/// <summary>What a tenant may set up.</summary>
public static class AccountLimits
{
    /// <summary>Accounts of one tenant.</summary>
    public const int AccountsMax = 200;

    /// <summary>Logins of one account.</summary>
    public const int LoginsMax = 100;

    /// <summary>Characters of an account's id.</summary>
    public const int IdLengthMax = 44;

    /// <summary>UTF-16 units of an account's name, of an application's and of a reason.</summary>
    public const int NameLengthMax = 100;

    /// <summary>UTF-16 units of a user name or password for an own server or its proxy.</summary>
    public const int CredentialLengthMax = 255;

    /// <summary>Characters of a host: those of the longest name in DNS (RFC 1035 §2.3.4).</summary>
    public const int HostLengthMax = 253;

    /// <summary>UTF-16 units of a chosen password at least.</summary>
    public const int PasswordLengthMin = 12;

    /// <summary>UTF-16 units of a chosen password at most: an SMTP line has to hold it in base64 (RFC 4954
    /// §4).</summary>
    public const int PasswordLengthMax = 128;

    /// <summary>For all of a check: below the engine's response time-out, so that whoever asks is always
    /// answered.</summary>
    public static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(20);

    /// <summary>Failed connections to an own server in a row, after which its check counts as failed.</summary>
    public const int ServerFailuresMax = 5;

    /// <summary>Ports below it are for other things than mail, but for those of SMTP.</summary>
    public const int FreePortMin = 1024;

    public static bool IsMailPort(int port) => port is 25 or 465 or 587 or >= FreePortMin and <= 65_535;
}
