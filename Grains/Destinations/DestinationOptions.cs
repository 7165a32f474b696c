namespace Actors.Grains.Destinations;

/// <summary>How the platform treats a receiving site that has no rules of its own.</summary>
public sealed record DestinationOptions
{
    /// <summary>Connections to one site from one source IP. Default: 20, as Postfix has it.</summary>
    public int ConnectionsMax { get; init; } = 20;

    /// <summary>Attempts in a row without a connection after which the site rests. Default: 5.</summary>
    public int FailuresBeforeRest { get; init; } = 5;

    /// <summary>The first rest; each further one is twice as long. Default: 30 seconds.</summary>
    public TimeSpan RestMin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Default: 15 minutes.</summary>
    public TimeSpan RestMax { get; init; } = TimeSpan.FromMinutes(15);
}
