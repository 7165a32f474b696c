namespace Actors.Engine;

/// <summary>The way in for code that is no grain: endpoints, listeners, tests.</summary>
public interface IClusterClient : IGrainFactory
{
    /// <summary>Services of the process the client lives in.</summary>
    IServiceProvider ServiceProvider { get; }
}
