namespace Actors.Smtp.Client;

/// <summary>The step of the dialogue at which something was decided, in order.</summary>
public enum SendStage
{
    Connect,
    Greeting,
    Ehlo,
    StartTls,
    Auth,
    MailFrom,
    RcptTo,
    Data,

    /// <summary>While the content was on its way, its final dot surely not sent.</summary>
    Content,

    /// <summary>From the moment the final dot was, even possibly, sent.</summary>
    FinalDot,
}
