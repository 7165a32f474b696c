using Actors.Grains.Platform;

namespace Actors.Grains.Ports;

/// <summary>This process' copy of the operator's settings, for what cannot ask a grain each time.</summary>
public interface IPlatformDirectory
{
    void Update(PlatformSettings settings);
}
