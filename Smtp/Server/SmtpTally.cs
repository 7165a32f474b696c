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

    /// <summary>The reply with which patience ends; empty while it lasts.</summary>
    public ReadOnlySpan<byte> Verdict(SmtpServerOptions options) =>
        AuthenticationFailures >= options.AuthenticationFailuresMax ? Answers.TooManyFailures :
        Errors >= options.ErrorsMax ? Answers.TooManyErrors :
        IdleCommands >= options.IdleCommandsMax ? Answers.TooManyIdleCommands : default;
}
