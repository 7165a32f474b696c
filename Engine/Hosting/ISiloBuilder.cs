using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine;

/// <summary>Registers what grains need.</summary>
public interface ISiloBuilder
{
    /// <summary>Services of the host.</summary>
    IServiceCollection Services { get; }

    /// <summary>Configuration of the host.</summary>
    IConfiguration Configuration { get; }
}
