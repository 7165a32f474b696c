using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Actors.Engine.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Engine;

/// <summary>The engine in a host of its own, for tests. Restarting it keeps what the test keeps outside of the
/// host.</summary>
public sealed class InProcessTestCluster : IDisposable, IAsyncDisposable
{
    /// <summary>For the grains of a silo that is stopped, on the system's clock. The host's usual 30 s are over on a
    /// machine that stands still for as long, and then calls are cut off that were to be waited for.</summary>
    private static readonly TimeSpan ShutdownMax = TimeSpan.FromMinutes(2);

    private readonly List<InProcessSiloHandle> silos = [];
    private int started;

    internal InProcessTestCluster(InProcessTestClusterOptions options) => Options = options;

    /// <summary>Settings.</summary>
    public InProcessTestClusterOptions Options { get; }

    /// <summary>The way in. After a restart, ask for it anew.</summary>
    public IClusterClient Client => Engine;

    /// <summary>Silos that run.</summary>
    public ReadOnlyCollection<InProcessSiloHandle> Silos => silos.AsReadOnly();

    private GrainEngine Engine => GetSiloServiceProvider().GetRequiredService<GrainEngine>();

    /// <summary>Starts the silo.</summary>
    public async Task DeployAsync() => await StartAdditionalSiloAsync();

    /// <summary>Starts a silo after the former was stopped or killed.</summary>
    /// <exception cref="NotSupportedException">One is running: this engine is one process.</exception>
    public async Task<InProcessSiloHandle> StartAdditionalSiloAsync()
    {
        if (silos.Count > 0)
            throw new NotSupportedException("This engine is one process, with one silo.");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<EngineOptions>(static options => options.CopyMessages = true);
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = ShutdownMax);
        builder.UseOrleans(static _ => { });
        var specific = new InProcessTestSiloSpecificOptions { SiloName = $"Silo_{started++}" };
        foreach (var configure in Options.SiloHostConfigurationDelegates)
            configure(specific, builder);
        var host = builder.Build();
        await host.StartAsync();
        var silo = new InProcessSiloHandle(specific.SiloName, host);
        silos.Add(silo);
        return silo;
    }

    /// <summary>Services of the silo that runs.</summary>
    public IServiceProvider GetSiloServiceProvider() => silos.Count > 0
        ? silos[0].ServiceProvider
        : throw new InvalidOperationException("No silo runs: call DeployAsync first.");

    /// <summary>Deactivates all grains, then ends the silo.</summary>
    public async Task StopSiloAsync(InProcessSiloHandle instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (!silos.Remove(instance))
            return;
        instance.IsActive = false;
        await instance.SiloHost.StopAsync();
        await Release(instance);
    }

    /// <summary>Ends the silo as a crash does: no grain is told.</summary>
    public async Task KillSiloAsync(InProcessSiloHandle instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (!silos.Remove(instance))
            return;
        instance.IsActive = false;
        instance.ServiceProvider.GetRequiredService<LocalReminders>().Silence();
        instance.ServiceProvider.GetRequiredService<GrainEngine>().Kill();
        await instance.SiloHost.StopAsync(new CancellationToken(canceled: true));
        await Release(instance);
    }

    /// <summary>Stops the silo and starts another.</summary>
    public async Task<InProcessSiloHandle?> RestartSiloAsync(InProcessSiloHandle instance)
    {
        await StopSiloAsync(instance);
        return await StartAdditionalSiloAsync();
    }

    /// <inheritdoc cref="StopSiloAsync"/>
    public async Task StopAllSilosAsync()
    {
        foreach (var silo in silos.ToArray())
            await StopSiloAsync(silo);
    }

    /// <summary>The activation of a grain, if it is in memory.</summary>
    public bool TryGetGrainContext(GrainId grainId, [NotNullWhen(true)] out IGrainContext? grainContext) =>
        (grainContext = Engine.Find(grainId)) is not null;

    /// <summary>Deactivates a grain and waits until it is gone; at once when it is not in memory.</summary>
    public async Task DeactivateAsync(IAddressable grain)
    {
        if (!TryGetGrainContext(grain.GetGrainId(), out var context))
            return;
        context.Deactivate(new(DeactivationReasonCode.RuntimeRequested, "A test asked for it."));
        await context.Deactivated;
    }

    /// <summary>Waits until a grain is gone; at once when it is not in memory.</summary>
    public Task WaitForDeactivationAsync(IAddressable grain) =>
        TryGetGrainContext(grain.GetGrainId(), out var context) ? context.Deactivated : Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAllSilosAsync();

    private static async Task Release(InProcessSiloHandle instance)
    {
        if (instance.SiloHost is IAsyncDisposable later)
            await later.DisposeAsync();
        else
            instance.SiloHost.Dispose();
    }
}
