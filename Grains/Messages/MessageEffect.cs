namespace Actors.Grains.Messages;

/// <summary>What an event of a message means to others. Stored in the commit of the event, and carried out at least
/// once, also after a crash.</summary>
public enum MessageEffect
{
    /// <summary>The submitter is to be told that the message has failed for good (RFC 3461 §5.2.2 and 6).</summary>
    FailureNotice = 1,

    /// <summary>The recipient is told of a failure that says something of its address.</summary>
    Contact = 2,

    /// <summary>The recipient is told of the delivery that ends its run of soft bounces.</summary>
    ContactDelivered = 3,

    /// <summary>The recipient has complained.</summary>
    Complaint = 4,

    /// <summary>The recipient is told of a failure after the delivery.</summary>
    LateBounce = 5,

    /// <summary>The recipient wants no more.</summary>
    Unsubscribe = 6,
}
