namespace Actors.Smtp.Server;

/// <summary>Where a session stands between two commands (RFC 5321 §4.1.4).</summary>
internal enum SmtpPhase
{
    /// <summary>Nothing said yet, or TLS has just begun: the client has to introduce itself.</summary>
    Connected,

    /// <summary>EHLO or HELO given, no transaction.</summary>
    Greeted,

    /// <summary>A sender is accepted, no recipient yet.</summary>
    MailGiven,

    /// <summary>At least one recipient is accepted.</summary>
    RcptGiven,
}
