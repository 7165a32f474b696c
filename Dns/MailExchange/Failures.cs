using Actors.Dns.Messages;

namespace Actors.Dns.MailExchange;

/// <summary>Why mail for a domain goes nowhere: the table of codes (RFC 3463, RFC 7505) and texts.</summary>
internal static class Failures
{
    public static MailTargets.Failed NoSuchDomain(DnsName domain) =>
        new(MailTargetFault.NoSuchDomain, "5.1.2", $"The domain {domain} does not exist.");

    public static MailTargets.Failed NullMx(DnsName domain) =>
        new(MailTargetFault.NullMx, "5.1.10", $"The domain {domain} does not accept mail (null MX).");

    public static MailTargets.Failed NoAddress(DnsName domain) =>
        new(MailTargetFault.NoMailServer, "5.1.2",
            $"The domain {domain} has neither a mail exchanger nor an address.");

    public static MailTargets.Failed NoExchangeAddress(DnsName domain) =>
        new(MailTargetFault.NoAddress, "5.4.4", $"None of the mail exchangers of {domain} has an address.");

    public static MailTargets.Failed Loop(DnsName domain) =>
        new(MailTargetFault.Loop, "5.4.6",
            $"Mail for {domain} would loop: this system is its best mail exchanger.");

    /// <summary>For now, and no fault of the domain: the operator may mend it.</summary>
    public static MailTargets.Failed NoCommonFamily(DnsName domain, AddressFamilies ours)
    {
        var (theirs, mine) = ours == AddressFamilies.IPv4Only ? ("IPv6", "IPv4") : ("IPv4", "IPv6");
        return new(MailTargetFault.NoCommonFamily, "4.4.1",
            $"The mail servers of {domain} have only {theirs} addresses, and this platform sends over {mine} only.");
    }

    public static MailTargets.Failed LookUpFailed(DnsName domain, DnsAnswer trouble) => trouble is DnsAnswer.Timeout
        ? new(MailTargetFault.TimedOut, "4.4.3",
            $"No name server answered about the mail exchangers of {domain}.")
        : new(MailTargetFault.ServerFailed, "4.4.3", $"The DNS look-up failed for the mail exchangers of {domain}.");
}
