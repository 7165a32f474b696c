using Actors.Grains.Ids;
using Actors.Silo.Configuration;
using Actors.Silo.Hosting;

namespace Actors.Silo.Commands;

/// <summary>The engine and the store alone, for commands that work on a data folder.</summary>
internal sealed class GrainsHost : IAsyncDisposable
{
    private readonly IHost host;

    private GrainsHost(IHost host) => this.host = host;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public IIdSource Chance => host.Services.GetRequiredService<IIdSource>();

    public static async Task<GrainsHost> Start(SiloSettings settings, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(settings);
        builder.AddPlatform(settings);
        var host = builder.Build();
        await host.StartAsync(cancellation);
        return new GrainsHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable later)
            await later.DisposeAsync();
        else
            host.Dispose();
    }
}
