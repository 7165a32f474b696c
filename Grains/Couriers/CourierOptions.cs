namespace Actors.Grains.Couriers;

/// <summary>How many connections leave from one source IP.</summary>
public sealed record CourierOptions
{
    /// <summary>Attempts on the wire at the same time, over all destinations. Default: 500.</summary>
    public int ConnectionsMax { get; init; } = 500;

    /// <summary>Attempts that wait in lanes; beyond it messages wait as rows, which cost no memory. Default:
    /// 100,000.</summary>
    public int WaitingMax { get; init; } = 100_000;
}
