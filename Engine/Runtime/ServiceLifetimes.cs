using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Runtime;

/// <summary>Remembers how services were registered: the container itself does not tell.</summary>
internal sealed class ServiceLifetimes(IServiceCollection services)
{
    private readonly Lazy<Dictionary<Type, ServiceLifetime>> lifetimes = new(() => services
        .Where(static one => !one.IsKeyedService)
        .GroupBy(static one => one.ServiceType)
        .ToDictionary(static one => one.Key, static one => one.Last().Lifetime));

    public bool IsRegistered(Type type) => Of(type) is not null;

    public bool IsSingleton(Type type) => Of(type) == ServiceLifetime.Singleton;

    private ServiceLifetime? Of(Type type)
    {
        if (lifetimes.Value.TryGetValue(type, out var lifetime))
            return lifetime;
        return type.IsGenericType && lifetimes.Value.TryGetValue(type.GetGenericTypeDefinition(), out var open)
            ? open : null;
    }
}
