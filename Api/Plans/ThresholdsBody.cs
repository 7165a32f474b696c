using Actors.Grains.Plans;

namespace Actors.Api.Plans;

/// <summary>Rates are of finished messages, in hundredths of a per cent: 10 is 0.1 %.</summary>
/// <param name="MessagesMin">Of fewer finished messages in a window, no rate says anything.</param>
internal sealed record ThresholdsBody(
    int MessagesMin, int ComplaintWarning, int ComplaintBlock, int HardBounceWarning, int HardBounceBlock)
{
    public static ThresholdsBody Of(SendingThresholds thresholds) => new(
        thresholds.MessagesMin, thresholds.ComplaintWarning, thresholds.ComplaintBlock,
        thresholds.HardBounceWarning, thresholds.HardBounceBlock);
}
