namespace Actors.Dns.MailExchange;

/// <summary>Why mail for a domain goes nowhere. The last three may pass, the others say what is
/// published.</summary>
public enum MailTargetFault
{
    /// <summary>The domain does not exist (NXDOMAIN).</summary>
    NoSuchDomain,

    /// <summary>The domain says that it takes no mail (RFC 7505).</summary>
    NullMx,

    /// <summary>The domain has neither MX nor address records.</summary>
    NoMailServer,

    /// <summary>There are MX records, and none of their hosts has an address.</summary>
    NoAddress,

    /// <summary>This system is the domain's best mail exchanger (RFC 5321 §5.1).</summary>
    Loop,

    /// <summary>The hosts have addresses, and all of the family that this system does not send over.</summary>
    NoCommonFamily,

    /// <summary>A name server answered, but not to the question: SERVFAIL, REFUSED and the like.</summary>
    ServerFailed,

    /// <summary>No name server answered in time.</summary>
    TimedOut,
}
