namespace Actors.Mail.Replies;

/// <summary>How we learned of the failure.</summary>
public enum BounceChannel
{
    /// <summary>In the SMTP dialogue, or because none came about.</summary>
    Session,

    /// <summary>By a delivery status notification (RFC 3464) after the message had been accepted.</summary>
    Dsn,

    /// <summary>By an abuse report (RFC 5965).</summary>
    Arf,
}
