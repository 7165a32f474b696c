using Actors.Engine.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Actors.Engine;

/// <summary>Puts the engine into a host. The names are Orleans', so that a host reads the same on both
/// engines.</summary>
public static class EngineHosting
{
    /// <summary>Adds the engine; it starts and stops with the host.</summary>
    public static IHostApplicationBuilder UseOrleans(
        this IHostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(hostAppBuilder);
        ArgumentNullException.ThrowIfNull(configureDelegate);
        configureDelegate(AddEngine(hostAppBuilder.Services, hostAppBuilder.Configuration));
        return hostAppBuilder;
    }

    /// <inheritdoc cref="UseOrleans(IHostApplicationBuilder, Action{ISiloBuilder})"/>
    public static IHostBuilder UseOrleans(this IHostBuilder hostBuilder, Action<ISiloBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(hostBuilder);
        ArgumentNullException.ThrowIfNull(configureDelegate);
        return hostBuilder.ConfigureServices((context, services) =>
            configureDelegate(AddEngine(services, context.Configuration)));
    }

    /// <summary>As UseOrleans, where there are only services.</summary>
    public static IServiceCollection AddOrleans(
        this IServiceCollection services, Action<ISiloBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configureDelegate);
        configureDelegate(AddEngine(services, new ConfigurationBuilder().Build()));
        return services;
    }

    private static SiloBuilder AddEngine(IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(static one => one.ServiceType == typeof(GrainEngine)))
            return new SiloBuilder(services, configuration);
        services.AddOptions();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITurnExecutor, ThreadPoolExecutor>();
        services.AddSingleton(new ServiceLifetimes(services));
        services.AddSingleton<EngineSettings>();
        services.AddSingleton<GrainEngine>();
        services.AddSingleton<IClusterClient>(static all => all.GetRequiredService<GrainEngine>());
        services.AddSingleton<IGrainFactory>(static all => all.GetRequiredService<GrainEngine>());
        services.AddSingleton<LocalReminders>();
        services.AddSingleton<IReminderRegistry>(static all => all.GetRequiredService<LocalReminders>());
        services.AddSingleton<IHostedService, EngineLifetime>();
        return new SiloBuilder(services, configuration);
    }
}
