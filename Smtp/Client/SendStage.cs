namespace Actors.Smtp.Client;

/// <summary>The step at which something was decided, in order.</summary>
public enum SendStage
{
    /// <summary>Finding the server's addresses.</summary>
    Resolve,
    Connect,
    Greeting,
    Ehlo,

    /// <summary>STARTTLS, and the handshake of both kinds of TLS.</summary>
    StartTls,

    /// <summary>The server's certificate does not prove its name, and had to.</summary>
    Certificate,

    /// <summary>Before AUTH: the server offers no way to log in that is known here, or the connection is not fit for
    /// the password.</summary>
    AuthOffer,
    Auth,
    MailFrom,
    RcptTo,
    Data,

    /// <summary>While the content was on its way, its final dot surely not sent.</summary>
    Content,

    /// <summary>From the moment the final dot was, even possibly, sent.</summary>
    FinalDot,
}
