using Actors.Silo.Configuration;
using Actors.Silo.FirstStart;
using Actors.Silo.Hosting;
using Actors.Storage.Sqlite;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Actors.Silo.Commands;

/// <summary>Runs the server until it is told to stop.</summary>
internal static class ServerCommand
{
    public static async Task<int> Run(SiloSettings settings, TextWriter output)
    {
        await using var application = ActorsHost.Build(settings);
        try
        {
            await application.StartAsync();
        }
        catch (Exception fault) when (fault is DataFolderInUseException or SchemaTooNewException or IOException)
        {
            throw new CommandException(fault.Message);
        }
        var listeners = Listeners(application);
        var credentials = await application.Services.GetRequiredService<Beginning>().Prepare();
        await output.WriteAsync(credentials is null
            ? Banner.Again(listeners)
            : Banner.First(listeners, credentials));
        await output.FlushAsync();
        await application.WaitForShutdownAsync();
        return 0;
    }

    private static Listeners Listeners(WebApplication application)
    {
        var bound = application.Services.GetRequiredService<BoundEndpoints>();
        var http = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new Listeners(new Uri(http.Addresses.First()), bound.Submission, bound.SubmissionTls, bound.Inbound);
    }
}
