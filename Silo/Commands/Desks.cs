using System.Net;
using Actors.Silo.Configuration;
using Actors.Storage.Sqlite;

namespace Actors.Silo.Commands;

/// <summary>Chooses between the data folder and the server that holds it.</summary>
internal static class Desks
{
    public const string OperatorKeyVariable = "ACTORS_OPERATOR_KEY";

    /// <param name="operatorKey">Null where none was given; needed only when a server runs.</param>
    public static async Task<ISecretsDesk> Open(
        SiloSettings settings, string? operatorKey, CancellationToken cancellation)
    {
        if (!IsHeld(settings.Data))
            return new LocalDesk(await GrainsHost.Start(settings, cancellation));
        if (string.IsNullOrEmpty(operatorKey))
            throw new CommandException(
                $"The server runs. Stop it, or give its operator's key with --operator-key or in "
                    + $"{OperatorKeyVariable}.");
        return new RemoteDesk(Server(settings), operatorKey);
    }

    /// <summary>Whether another process works on the data folder.</summary>
    /// <exception cref="CommandException">There is no such folder: nothing was ever started there.</exception>
    public static bool IsHeld(string folder)
    {
        if (!Directory.Exists(folder))
            throw new CommandException(
                $"There is no data folder {Path.GetFullPath(folder)}. Start the server once, or name it with --data.");
        try
        {
            DataFolder.Take(folder).Dispose();
            return false;
        }
        catch (DataFolderInUseException)
        {
            return true;
        }
    }

    /// <summary>Where the server's API is to be found from this machine.</summary>
    private static Uri Server(SiloSettings settings)
    {
        var listen = IPEndPoint.Parse(settings.Http.Listen);
        if (listen.Port == 0)
            throw new CommandException(
                "The server listens on a free port: name it with --http-listen 127.0.0.1:<port>.");
        return Reachable.Http(listen);
    }
}
