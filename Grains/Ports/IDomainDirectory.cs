using Actors.Grains.Ids;

namespace Actors.Grains.Ports;

/// <summary>This process' copy of what mail of domains leaves with.</summary>
public interface IDomainDirectory
{
    /// <summary>What is remembered of the domain is out of date.</summary>
    void Forget(DomainKey domain);
}
