namespace Actors.Smtp.Server.Guarding;

/// <summary>What the listeners of a process know in common about their clients.</summary>
public sealed class SmtpGuards
{
    /// <summary>Connections of one account at a time where nothing else is said.</summary>
    public const int ConnectionsPerAccountDefault = 100;

    public SmtpGuards(TimeProvider time, LoginGuardOptions? logins = null, int? connectionsPerAccount = null)
    {
        Logins = new(logins ?? new(), time);
        Accounts = new(connectionsPerAccount ?? ConnectionsPerAccountDefault);
    }

    public LoginGuard Logins { get; }

    public AccountConnections Accounts { get; }
}
