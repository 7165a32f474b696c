using Actors.Api;
using Actors.Silo.Configuration;

namespace Actors.Silo.Hosting;

/// <summary>The composition root: every part of the platform in one process.</summary>
/// <remarks>Services stop in the opposite order of their registration here: first no new mail, then the dialogues
/// under way, then the sandbox, the grains, the store.</remarks>
public static class ActorsHost
{
    /// <summary>What stopping needs beyond the drain: closing grains and the store.</summary>
    private static readonly TimeSpan StopReserve = TimeSpan.FromSeconds(20);

    /// <param name="configure">For tests: replaces services after all are registered.</param>
    public static WebApplication Build(SiloSettings settings, Action<IServiceCollection>? configure = null)
    {
        SocketThreads.Prepare();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory, // so that only Configuration reads an appsettings.json
        });
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = (2 * TimeSpan.FromSeconds(settings.DrainSeconds)) + StopReserve);
        builder.WebHost.UseUrls("http://" + settings.Http.Listen);
        builder.Services.AddSingleton(settings);
        builder.Logging.AddActors(settings);
        builder.AddPlatform(settings);
        builder.Services.AddListeners();
        builder.Services.AddActorsApi();
        builder.Services.AddSingleton<IReadiness, StoreReadiness>();
        builder.Services.Configure<ApiOptions>(settings.ApplyTo);
        configure?.Invoke(builder.Services);
        var application = builder.Build();
        application.MapActorsApi();
        return application;
    }
}
