using Actors.Dns.Messages;

namespace Actors.Dns;

/// <summary>
/// Answers questions about names. Tests and simulation put their own in place of <see cref="StubResolver"/>.
/// <para>Look-ups are asked for on behalf of clients, each under a name that it keeps, such as a tenant's: no client
/// takes so many places on the wire that others find none.</para>
/// </summary>
public interface IResolver
{
    /// <summary>Asks for the records of one type. CNAMEs are followed unless they are what is asked for.</summary>
    /// <returns>
    /// What was found out; trouble with the network or the servers is a value too, never an exception.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<DnsAnswer> Resolve(DnsName name, RecordType type, CancellationToken cancellation);

    /// <summary>The same, on behalf of a client. A resolver with nothing to share out need not know clients.</summary>
    ValueTask<DnsAnswer> Resolve(DnsName name, RecordType type, string client, CancellationToken cancellation) =>
        Resolve(name, type, cancellation);
}
