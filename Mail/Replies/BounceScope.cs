namespace Actors.Mail.Replies;

/// <summary>Whose fault it is, and so what the failure is counted against.</summary>
public enum BounceScope
{
    Recipient,

    /// <summary>The recipient's domain: every address of it fails the same way.</summary>
    Domain,

    /// <summary>Our sending address; never the recipient's fault.</summary>
    SenderIp,

    Content,

    /// <summary>A rule of the receiver: authentication, rate, sender, relaying.</summary>
    Policy,

    /// <summary>The receiver's system, or the way to it.</summary>
    System,
}
