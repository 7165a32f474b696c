namespace Actors.Smtp.Server;

/// <summary>The commands the server knows by name.</summary>
internal enum SmtpVerb
{
    /// <summary>Any other word.</summary>
    Unknown,
    Ehlo,
    Helo,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    Rset,
    Noop,
    Vrfy,
    Expn,
    Help,
    Quit,

    /// <summary>Never offered, and what follows it is content: executing that as commands would be smuggling.</summary>
    Bdat,

    /// <summary>The first word of an HTTP request: a browser or proxy was pointed at the port, perhaps by an attacker
    /// who hopes that the request's body is executed.</summary>
    Http,
}
