namespace Actors.Grains.Couriers;

/// <summary>How many connections leave from one source IP.</summary>
public sealed record CourierOptions
{
    /// <summary>Attempts on the wire at the same time, over all destinations. Default: 500.</summary>
    public int ConnectionsMax { get; init; } = 500;
}
