using System.Net;
using System.Net.Sockets;
using Actors.Silo.Secrets;
using Actors.Storage.Sqlite;

namespace Actors.Silo.Configuration;

/// <summary>What this machine has to offer for the settings to work: ports, addresses, and the data folder.</summary>
/// <remarks>Looked at just before the start, because a name is better than a stack trace. The start itself stays the
/// judge: between the two a port can still be taken.</remarks>
public static class MachineRules
{
    public static IEnumerable<ConfigurationProblem> Check(ReadConfiguration read)
    {
        foreach (var path in RelationRules.Listeners)
            if (IPEndPoint.TryParse(read.At(path).Text, out var endPoint) && Bind(endPoint) is { } error)
                yield return Listener(read.At(path), error);
        if (IPAddress.TryParse(read.At("Delivery:SourceAddress").Text, out var source)
            && Bind(new IPEndPoint(source, 0)) is not null)
            yield return ConfigurationProblem.Of(
                read.At("Delivery:SourceAddress"), "has to be an address of this machine", "'ip address' lists them.");
        if (DataFolderProblem(read) is { } folder)
            yield return folder;
        if (read.Settings.Secrets.Key.Length == 0 && SecretKeyFile.Problem(read.Settings.Data) is { } unreadable)
            yield return new ConfigurationProblem(
                $"the file {SecretKeyFile.Name} in the data folder", $"cannot be used: {unreadable}",
                "Put back the copy of the file: without it the secrets in the database cannot be read.");
        if ((read.Settings.Delivery.ReturnPathDomain.Length > 0 || read.Settings.Domains.Zone.Length > 0
                || read.Settings.Inbound.Listen.Length > 0)
            && MacKeyFile.ReturnPaths.Problem(read.Settings.Data) is { } problem)
            yield return ConfigurationProblem.Of(
                read.At("Delivery:ReturnPathDomain"), $"needs the keys in {MacKeyFile.ReturnPaths.Name}: {problem}",
                "Put back the copy of the file; without one remove it, and bounces of mail already sent stay unknown.");
        if (MacKeyFile.Unsubscribing.Problem(read.Settings.Data) is { } unknown)
            yield return new ConfigurationProblem(
                $"the file {MacKeyFile.Unsubscribing.Name} in the data folder", $"cannot be used: {unknown}",
                "Put back the copy of the file; without one remove it, and links in mail already sent do nothing.");
    }

    /// <returns>Null when the endpoint can be listened on, else why not.</returns>
    public static SocketError? Bind(IPEndPoint endPoint)
    {
        using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endPoint);
            socket.Listen(1);
            return null;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode;
        }
    }

    private static ConfigurationProblem Listener(GivenValue value, SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse => ConfigurationProblem.Of(
            value, "has to be a free port, and another program listens there",
            $"Stop it ('ss -ltnp' names it) or choose another port with {value.Option.Flag}."),
        SocketError.AddressNotAvailable => ConfigurationProblem.Of(
            value, "has to be an address of this machine", "'ip address' lists them; 0.0.0.0 means all."),
        SocketError.AccessDenied => ConfigurationProblem.Of(
            value, "needs a right to ports below 1024 that this user does not have",
            "Choose a port above, or grant it: AmbientCapabilities=CAP_NET_BIND_SERVICE in a systemd unit."),
        _ => ConfigurationProblem.Of(value, $"cannot be listened on ({error})", "Choose another address or port."),
    };

    private static ConfigurationProblem? DataFolderProblem(ReadConfiguration read)
    {
        var value = read.At("Data");
        if (File.Exists(value.Text))
            return null; // said already
        try
        {
            if (Directory.Exists(value.Text))
            {
                DataFolder.Take(value.Text).Dispose();
                return null;
            }
            Directory.CreateDirectory(value.Text).Delete(); // it can be made; it is, when all else is right
            return null;
        }
        catch (DataFolderInUseException)
        {
            return ConfigurationProblem.Of(
                value, "has to be a folder of this process alone, and another one works on it",
                "Stop the other one, or choose another folder with --data.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return ConfigurationProblem.Of(
                value, "has to be a folder that this user can create and write", fault.Message);
        }
    }
}
