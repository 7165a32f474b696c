using Actors.Dns.Messages;

namespace Actors.Dns.Answers;

/// <summary>What one response says.</summary>
/// <param name="Answer">
/// Null when the CNAME chain leads out of the response and <paramref name="Next"/> is to be asked.
/// </param>
/// <param name="Ttl">The shortest TTL of all records used; <see cref="TimeSpan.MaxValue"/> when none was.</param>
internal sealed record Reading(DnsAnswer? Answer, TimeSpan Ttl, DnsName? Next, int Hops)
{
    public static Reading Failed(string reason) => new(new DnsAnswer.ServerFailure(reason), TimeSpan.MaxValue, null, 0);
}
