namespace Actors.Dns.MailExchange;

/// <summary>Where mail for a domain goes (RFC 5321 §5.1), or why it goes nowhere.</summary>
public abstract record MailTargets
{
    private MailTargets()
    {
    }

    /// <param name="Hosts">In the order to try, at least one.</param>
    /// <param name="Site">
    /// A stable name for the set of most preferred exchanges, so that domains with the same receivers share limits:
    /// host names in lower case, sorted, joined by commas; at most <see cref="MailExchangers.SiteLengthMax"/>
    /// characters.
    /// </param>
    public sealed record Found(IReadOnlyList<MailHost> Hosts, string Site) : MailTargets
    {
        /// <summary>Some address could not be looked up for now: that none of these can be used says nothing for
        /// good.</summary>
        public bool IsPartial { get; init; }
    }

    /// <param name="Status">Enhanced status code, such as "5.1.2" (RFC 3463), its class matching the fault.</param>
    /// <param name="Text">For the sender of the message, plain English with the domain's name.</param>
    public sealed record Failed(MailTargetFault Fault, string Status, string Text) : MailTargets
    {
        /// <summary>Whether trying later is useless.</summary>
        public bool IsPermanent => Fault is not
            (MailTargetFault.NoCommonFamily or MailTargetFault.ServerFailed or MailTargetFault.TimedOut);
    }
}
