using Actors.Grains.Contacts;

namespace Actors.Silo.Configuration;

/// <summary>What messages make of the addresses they go to.</summary>
public sealed record ContactSettings
{
    [Option(OptionKind.Number, "Messages to an address that fail softly, one after another, before it counts as "
        + "bounced and is not written to any more.", Min = 1, Max = ContactLimits.RunMax)]
    public int SoftBounces { get; init; } = 3;

    [Option(OptionKind.Number, "From the first of these failures to the last, at least, in days.", Min = 0, Max = 365)]
    public int SoftBounceDays { get; init; } = 5;

    internal ContactOptions Options() =>
        new() { SoftBouncesMin = SoftBounces, SoftBouncesOver = TimeSpan.FromDays(SoftBounceDays) };
}
