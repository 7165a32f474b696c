namespace Actors.Grains.Ids;

/// <summary>Where ids and secrets get their chance from: the system's generator, or a seed in tests.</summary>
public interface IIdSource
{
    /// <summary>Fills with bytes nobody can guess. Safe for concurrent use.</summary>
    void Fill(Span<byte> chance);
}
