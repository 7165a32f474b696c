using Microsoft.Extensions.Hosting;

namespace Actors.Engine;

/// <summary>A running silo of a test cluster.</summary>
public sealed class InProcessSiloHandle
{
    internal InProcessSiloHandle(string name, IHost host)
    {
        Name = name;
        SiloHost = host;
    }

    /// <summary>Unique within the cluster.</summary>
    public string Name { get; }

    /// <summary>The host the silo runs in.</summary>
    public IHost SiloHost { get; }

    /// <summary>Services of the silo.</summary>
    public IServiceProvider ServiceProvider => SiloHost.Services;

    /// <summary>Neither stopped nor killed.</summary>
    public bool IsActive { get; internal set; } = true;
}
