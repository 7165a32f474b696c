using Actors.Dns.Messages;

namespace Actors.Dns.Exchange;

/// <summary>How a try at one server ended.</summary>
internal abstract record ServerResult
{
    private ServerResult()
    {
    }

    /// <summary>A response that belongs to the query. TC is still to be looked at when it came over UDP.</summary>
    public sealed record Answered(DnsMessage Message) : ServerResult;

    /// <summary>The network or the server refused, or what came cannot be an honest answer.</summary>
    public sealed record Unusable(string Reason) : ServerResult;

    public sealed record TimedOut : ServerResult;
}
