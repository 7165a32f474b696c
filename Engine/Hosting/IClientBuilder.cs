using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine;

/// <summary>Registers what a client needs. On this engine client and silo share one process and one
/// container.</summary>
public interface IClientBuilder
{
    /// <summary>Services of the host.</summary>
    IServiceCollection Services { get; }

    /// <summary>Configuration of the host.</summary>
    IConfiguration Configuration { get; }
}
