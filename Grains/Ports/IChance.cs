namespace Actors.Grains.Ports;

/// <summary>Chance that nobody has to guess at: jitter. Safe for concurrent use.</summary>
public interface IChance
{
    /// <returns>In [0, 1).</returns>
    double Next();
}
