using Actors.Dns.Messages;

namespace Actors.Dns;

/// <summary>What a look-up found out. The first three are knowledge, the last two are trouble that may pass.</summary>
public abstract record DnsAnswer
{
    private DnsAnswer()
    {
    }

    /// <param name="Name">The name that owns the records: the one asked for, or the end of its CNAME chain.</param>
    /// <param name="Records">At least one, all of the type asked for.</param>
    public sealed record Found(DnsName Name, IReadOnlyList<DnsRecord> Records) : DnsAnswer;

    /// <summary>The name exists and has no record of this type (RFC 2308 §2.2).</summary>
    public sealed record NoData : DnsAnswer;

    /// <summary>The name, or the end of its CNAME chain, does not exist (RFC 2308 §2.1).</summary>
    public sealed record NxDomain : DnsAnswer;

    /// <summary>A server answered, but not to the question: SERVFAIL, REFUSED, a CNAME loop and the like.</summary>
    /// <param name="Reason">For logs and support, plain English.</param>
    public sealed record ServerFailure(string Reason) : DnsAnswer;

    /// <summary>No server answered in time.</summary>
    public sealed record Timeout : DnsAnswer;

    /// <summary>Whether the answer says nothing about the name, so that asking later makes sense.</summary>
    public bool IsTransient => this is ServerFailure or Timeout;
}
