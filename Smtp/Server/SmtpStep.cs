namespace Actors.Smtp.Server;

/// <summary>What the connection does after a command has been answered.</summary>
internal enum SmtpStep
{
    /// <summary>The next command.</summary>
    Command,

    /// <summary>354 was said: the content of a message.</summary>
    Content,

    /// <summary>220 was said to STARTTLS: the handshake.</summary>
    Handshake,

    /// <summary>Both sides are done.</summary>
    Close,

    /// <summary>The client will be surprised: it may still be sending, and has to see the last reply.</summary>
    CutOff,
}
