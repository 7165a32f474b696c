using System.Globalization;

namespace Actors.Evaluation;

/// <summary>How much of a data set came out as it should.</summary>
/// <param name="What">What was counted.</param>
/// <param name="Right">At most <paramref name="Of"/>.</param>
/// <param name="Threshold">The least share that passes, in [0, 1].</param>
public sealed record Score(string What, int Right, int Of, double Threshold)
{
    /// <summary>Nothing counted is nothing shown.</summary>
    public bool Passes => Of > 0 && Share >= Threshold;

    private double Share => (double)Right / Of;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Passes ? "ok  " : "LESS")} {What,-40} {Right} of {Of}, {Share:0.000} (at least {Threshold:0.000})");
}
