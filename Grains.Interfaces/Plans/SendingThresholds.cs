namespace Actors.Grains.Plans;

/// <summary>From which rates on an account or a tenant is warned and blocked. Rates are of finished messages, in
/// hundredths of a per cent.</summary>
[GenerateSerializer, Immutable, Alias("sending-thresholds")]
public sealed record SendingThresholds
{
    public static SendingThresholds Default { get; } = new();

    /// <summary>Of fewer finished messages in a window, no rate says anything. At least 1. Default: 500.</summary>
    [Id(0)] public int MessagesMin { get; init; } = 500;

    /// <summary>Default: 10, which is 0.1 %.</summary>
    [Id(1)] public int ComplaintWarning { get; init; } = 10;

    /// <summary>Default: 30, which is 0.3 %.</summary>
    [Id(2)] public int ComplaintBlock { get; init; } = 30;

    /// <summary>Default: 500, which is 5 %.</summary>
    [Id(3)] public int HardBounceWarning { get; init; } = 500;

    /// <summary>Default: 1,000, which is 10 %.</summary>
    [Id(4)] public int HardBounceBlock { get; init; } = 1_000;
}
