using System.Net;
using System.Net.Sockets;
using Actors.Dns;
using Actors.Dns.Messages;

namespace Actors.Silo.Doctor;

/// <summary>Whether connections to port 25 of other machines get out: many networks close it.</summary>
internal static class OutboundPort
{
    private const string Subject = "outbound port 25";
    private const int Smtp = 25;

    public static async Task<Finding> Look(Patient patient)
    {
        var host = patient.OutboundHost;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Addresses(patient, host);
        if (addresses.Length == 0)
            return Finding.Warn(
                Subject, $"not tried: {host} has no address", "Check DNS, or give another --outbound-host.");
        using var limit = new CancellationTokenSource(patient.Patience, patient.Time);
        using var socket = new Socket(addresses[0].AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (IPAddress.TryParse(patient.Settings.Delivery.SourceAddress, out var source))
                socket.Bind(new IPEndPoint(source, 0));
            await socket.ConnectAsync(new IPEndPoint(addresses[0], Smtp), limit.Token);
            return Finding.Ok(Subject, $"{host} takes a connection");
        }
        catch (SocketException fault) when (
            fault.SocketErrorCode is SocketError.NetworkUnreachable or SocketError.HostUnreachable)
        {
            return Finding.Warn(
                Subject, "there is no way to the internet from here", "Check the network; the sandbox works.");
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException)
        {
            return Finding.Fail(Subject, $"{host} cannot be reached ({Reason(fault, patient)})",
                "Ask the hosting company to open outbound port 25, or route mail over a relay.");
        }
    }

    private static string Reason(Exception fault, Patient patient) =>
        fault is SocketException socket
            ? socket.SocketErrorCode.ToString()
            : $"no answer in {patient.Patience.TotalSeconds} s";

    private static async Task<IPAddress[]> Addresses(Patient patient, string host) =>
        DnsName.TryParse(host, out var name)
        && await patient.Resolver.Resolve(name, RecordType.A, CancellationToken.None) is DnsAnswer.Found found
            ? [.. found.Records.OfType<DnsRecord.Address>().Select(record => record.Value)]
            : [];
}
