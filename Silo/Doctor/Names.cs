using System.Net;
using System.Net.Sockets;
using Actors.Dns;
using Actors.Dns.Messages;

namespace Actors.Silo.Doctor;

/// <summary>Whether names can be looked up, and whether this server's own name and address lead to one
/// another.</summary>
/// <remarks>Receivers refuse mail from addresses without a name, or with one that does not lead back
/// (FCrDNS).</remarks>
internal static class Names
{
    public static async IAsyncEnumerable<Finding> Look(Patient patient)
    {
        var resolved = await Resolver(patient);
        yield return resolved;
        yield return await HostName(patient);
        if (resolved.Verdict == Verdict.Ok)
            yield return await Reverse(patient);
    }

    private static async Task<Finding> Resolver(Patient patient)
    {
        const string Remedy =
            "Check the network, or name servers with --delivery-dns-servers. The sandbox works without.";
        if (!DnsName.TryParse(patient.OutboundHost, out var name))
            return Finding.Fail("DNS", $"{patient.OutboundHost} is no host name", "Give another with --outbound-host.");
        return await patient.Resolver.Resolve(name, RecordType.A, CancellationToken.None) switch
        {
            DnsAnswer.ServerFailure failure => Finding.Warn("DNS", $"does not answer: {failure.Reason}", Remedy),
            DnsAnswer.Timeout => Finding.Warn("DNS", "does not answer in time", Remedy),
            _ => Finding.Ok("DNS", "answers"),
        };
    }

    private static async Task<Finding> HostName(Patient patient)
    {
        var name = patient.Settings.HostName;
        if (!name.Contains('.') || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".local", StringComparison.OrdinalIgnoreCase))
            return Finding.Warn("host name", $"'{name}' is no public name: receivers refuse mail from it",
                "Set --host-name to the name that the sending IP address resolves back to.");
        return DnsName.TryParse(name, out var asked) && (await Addresses(patient.Resolver, asked)).Count > 0
            ? Finding.Ok("host name", $"{name} resolves")
            : Finding.Warn("host name", $"{name} has no address", "Add an A or AAAA record for it.");
    }

    private static async Task<Finding> Reverse(Patient patient)
    {
        const string Remedy =
            "Ask the owner of the address (the hosting company) to set its PTR record to the host name.";
        if (Source(patient) is not { } source)
            return Finding.Warn(
                "PTR", "no address to send from is known", "Check the network: 'ip route' shows the ways out.");
        if (!AddressGuard.Strict.Allows(source))
            return Finding.Warn(
                "PTR", $"mail leaves from {source}, which is no public address: the public one is unknown here",
                "Check by hand that the public address resolves to the host name and back ('dig -x ADDRESS').");
        var answer = await patient.Resolver.Resolve(DnsName.Reverse(source), RecordType.Ptr, CancellationToken.None);
        if (answer is not DnsAnswer.Found found)
            return Finding.Fail("PTR", $"{source} has no name", Remedy);
        var names = found.Records.OfType<DnsRecord.Pointer>().Select(record => record.Target).ToArray();
        foreach (var name in names)
            if ((await Addresses(patient.Resolver, name)).Contains(source))
                return name.Text.TrimEnd('.').Equals(patient.Settings.HostName, StringComparison.OrdinalIgnoreCase)
                    ? Finding.Ok("PTR", $"{source} is {name} and back")
                    : Finding.Warn(
                        "PTR", $"{source} is {name} and back, and --host-name says {patient.Settings.HostName}",
                        "Set both to the same name.");
        return Finding.Fail(
            "PTR", $"{source} is called {string.Join<DnsName>(", ", names)}, which does not lead back", Remedy);
    }

    /// <summary>The address that packets to the outside would leave from; nothing is sent to find out.</summary>
    private static IPAddress? Source(Patient patient)
    {
        if (IPAddress.TryParse(patient.Settings.Delivery.SourceAddress, out var set))
            return set;
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(new IPAddress([192, 0, 2, 1]), 25);
            return (socket.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static async Task<HashSet<IPAddress>> Addresses(IResolver resolver, DnsName name)
    {
        var addresses = new HashSet<IPAddress>();
        foreach (var type in (RecordType[])[RecordType.A, RecordType.Aaaa])
            if (await resolver.Resolve(name, type, CancellationToken.None) is DnsAnswer.Found found)
                addresses.UnionWith(found.Records.OfType<DnsRecord.Address>().Select(record => record.Value));
        return addresses;
    }
}
