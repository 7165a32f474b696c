using Actors.Grains.Domains;

namespace Actors.Grains.Ports;

/// <summary>Makes keys, keeps the platform's zone up and asks DNS for a domain, outside of any grain turn.</summary>
public interface IDomainWorks
{
    /// <summary>Returns at once; <see cref="IDomainGrain.Report"/> is told. What waits is forgotten by a stopping
    /// process: the grain asks again.</summary>
    void Start(DomainOrder order);
}
