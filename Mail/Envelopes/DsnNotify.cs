namespace Actors.Mail.Envelopes;

/// <summary>Of what the submitter wants to be notified for a recipient (NOTIFY: RFC 3461 §4.1).</summary>
[Flags]
public enum DsnNotify
{
    /// <summary>Not said: of failure, and of delay where the one who notifies does so.</summary>
    Unspecified = 0,

    /// <summary>Of nothing; stands alone.</summary>
    Never = 1,

    Success = 2,

    Failure = 4,

    Delay = 8,
}
