namespace Actors.Mail.Envelopes;

/// <summary>How much of the message a notification of failure is to bring back (RET: RFC 3461 §4.3).</summary>
public enum DsnReturn
{
    /// <summary>Not said: the one who notifies chooses.</summary>
    Unspecified = 0,

    /// <summary>HDRS: the header alone.</summary>
    Headers = 1,

    /// <summary>FULL: all of it.</summary>
    Full = 2,
}
