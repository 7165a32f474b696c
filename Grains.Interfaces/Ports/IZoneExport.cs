namespace Actors.Grains.Ports;

/// <summary>The platform's own zone as text for name servers.</summary>
public interface IZoneExport
{
    /// <returns>Null where no zone is configured.</returns>
    Task<string?> Write();
}
