namespace Actors.Mail.Authentication.Spf.Checking;

/// <summary>Whether a mechanism matches the client.</summary>
/// <param name="Trouble">What ends the whole check instead; null when there is an answer.</param>
internal readonly record struct Match(bool Is, SpfOutcome? Trouble)
{
    public static Match No { get; } = new(false, null);

    public static Match When(bool matches) => new(matches, null);

    public static Match Failed(SpfOutcome trouble) => new(false, trouble);
}
