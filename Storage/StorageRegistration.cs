using Actors.Grains.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Storage;

/// <summary>Makes the store's ports and providers known to the host.</summary>
public static class StorageRegistration
{
    /// <summary>Registers the store for a silo of either engine.</summary>
    public static ISiloBuilder AddActorsStorage(this ISiloBuilder silo, StorageOptions options)
    {
        silo.Services.AddStorage(options);
        return silo;
    }

    /// <summary>Registers the store, opened when it is first asked for and closed with the container.</summary>
    /// <remarks>Needs a <see cref="TimeProvider"/>.</remarks>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(provider => Store.Open(options, provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Grains, (provider, _) => StoreOf(provider).Grains);
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Rows, (provider, _) => StoreOf(provider).Rows);
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Contacts, (provider, _) => StoreOf(provider).Contacts);
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Imports, (provider, _) => StoreOf(provider).Imports);
        services.AddSingleton(provider => StoreOf(provider).ImportReader);
        services.AddSingleton(provider => StoreOf(provider).ContactReader);
        services.AddSingleton(provider => StoreOf(provider).SignUps);
        services.AddSingleton(provider => StoreOf(provider).ContactDetails);
        services.AddSingleton(provider => StoreOf(provider).DomainEntries);
        services.AddSingleton(provider => StoreOf(provider).Reminders);
        services.AddSingleton(provider => StoreOf(provider).Listings);
        services.AddSingleton(provider => StoreOf(provider).DueGrains);
        services.AddSingleton(provider => StoreOf(provider).Submissions);
        services.AddSingleton(provider => StoreOf(provider).Contents);
        services.AddSingleton(provider => StoreOf(provider).Due);
        services.AddSingleton(provider => StoreOf(provider).Effects);
        services.AddSingleton(provider => StoreOf(provider).Messages);
        services.AddSingleton(provider => StoreOf(provider).Events);
        services.AddSingleton(provider => StoreOf(provider).Counters);
        services.AddSingleton(provider => StoreOf(provider).Allowances);
        services.AddSingleton(provider => StoreOf(provider).Outcomes);
        services.AddSingleton(provider => StoreOf(provider).Reported);
        services.AddSingleton(provider => StoreOf(provider).Sandbox);
        services.AddSingleton(provider => StoreOf(provider).TenantRows);
        return services;
    }

    private static Store StoreOf(IServiceProvider provider) => provider.GetRequiredService<Store>();
}
