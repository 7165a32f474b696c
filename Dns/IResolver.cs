using Actors.Dns.Messages;

namespace Actors.Dns;

/// <summary>
/// Answers questions about names. Tests and simulation put their own in place of <see cref="StubResolver"/>.
/// </summary>
public interface IResolver
{
    /// <summary>Asks for the records of one type. CNAMEs are followed unless they are what is asked for.</summary>
    /// <returns>
    /// What was found out; trouble with the network or the servers is a value too, never an exception.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<DnsAnswer> Resolve(DnsName name, RecordType type, CancellationToken cancellation);
}
