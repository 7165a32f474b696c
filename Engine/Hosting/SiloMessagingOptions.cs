namespace Actors.Engine;

/// <summary>Limits of calls.</summary>
public class SiloMessagingOptions
{
    /// <summary>A call without an answer fails with TimeoutException after this. Default 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
