using System.Net;
using Actors.Dns;
using Actors.Dns.Messages;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client;

/// <summary>Finds the addresses of one server that settings name, so without asking for MX. Safe for many
/// threads.</summary>
public sealed class HostLookup(IResolver resolver)
{
    /// <summary>Characters of a wrong name that are repeated: those of the longest right one (RFC 1035
    /// §2.3.4).</summary>
    private const int ShownMax = 253;

    /// <param name="host">A name, or an address with or without brackets, which is its own answer.</param>
    /// <param name="client">On whose behalf, such as a tenant's name.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<HostAddresses> Find(string host, string client, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
            return new HostAddresses.Found([literal]);
        if (!DnsName.TryParse(host, out var name) || !name.IsHostName)
            return Unknown("4.4.4", $"{Shown(host)} is no name of a host");
        var four = resolver.Resolve(name, RecordType.A, client, cancellation).AsTask();
        var six = resolver.Resolve(name, RecordType.Aaaa, client, cancellation).AsTask();
        var answers = await Task.WhenAll(four, six);
        var addresses = answers.OfType<DnsAnswer.Found>().SelectMany(found => found.Records)
            .OfType<DnsRecord.Address>().Select(record => record.Value).Distinct()
            .Take(SmtpDelivery.TargetsMax).ToArray();
        return addresses.Length > 0 ? new HostAddresses.Found(addresses)
            : answers.FirstOrDefault(answer => answer.IsTransient) is { } trouble
                ? Unknown("4.4.3", Words(host, trouble))
                : Unknown("4.4.4", Words(host, answers[0]));
    }

    private static string Words(string host, DnsAnswer answer) => answer switch
    {
        DnsAnswer.NxDomain => $"{host} does not exist in DNS",
        DnsAnswer.ServerFailure failure => $"{host} could not be looked up: {failure.Reason}",
        DnsAnswer.Timeout => $"{host} could not be looked up: no name server answered in time",
        _ => $"{host} has no address in DNS",
    };

    private static string Shown(string host) => host.Length <= ShownMax ? host : host[..ShownMax];

    private static HostAddresses.Unknown Unknown(string status, string text) =>
        new(new OpenResult.Failed(SendStage.Resolve, Reply.Of(451, status, text), FromPeer: false));
}
