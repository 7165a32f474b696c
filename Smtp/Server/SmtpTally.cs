using Actors.Smtp.Server.Guarding;

namespace Actors.Smtp.Server;

/// <summary>What a client has spent of the server's patience. Outlives STARTTLS, unlike everything else it
/// said.</summary>
internal sealed class SmtpTally
{
    /// <summary>Refused commands since the last message that was taken.</summary>
    public int Errors { get; set; }

    /// <summary>Commands since the last message that bring none nearer.</summary>
    public int IdleCommands { get; set; }

    public int AuthenticationFailures { get; set; }

    /// <summary>Its place among the connections of its account, given back when the connection ends. Null while it has
    /// none.</summary>
    public IDisposable? Place { get; private set; }

    /// <summary>False when the account has too many connections.</summary>
    /// <param name="account">Null is counted with nobody.</param>
    public bool TryEnter(string? account, AccountConnections accounts)
    {
        Place?.Dispose(); // it had another before STARTTLS
        Place = account is null ? null : accounts.TryEnter(account);
        return account is null || Place is not null;
    }

    /// <summary>The reply with which patience ends; empty while it lasts.</summary>
    public ReadOnlySpan<byte> Verdict(SmtpServerOptions options) =>
        AuthenticationFailures >= options.AuthenticationFailuresMax ? Answers.TooManyFailures :
        Errors >= options.ErrorsMax ? Answers.TooManyErrors :
        IdleCommands >= options.IdleCommandsMax ? Answers.TooManyIdleCommands : default;
}
