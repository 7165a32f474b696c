namespace Actors.Crash.Sinks;

/// <summary>What the receiver does with a recipient, as the beginning of the address says.</summary>
public enum Fate
{
    /// <summary><c>ok-</c>: taken.</summary>
    Taken,

    /// <summary><c>later-</c>: 451 the first time, then taken.</summary>
    TakenLater,

    /// <summary><c>never-</c>: 550.</summary>
    Refused,
}

/// <summary>Reads fates.</summary>
public static class Fates
{
    private const string Later = "later-";
    private const string Never = "never-";

    public static string Prefix(this Fate fate) => fate switch
    {
        Fate.Taken => "ok-",
        Fate.TakenLater => Later,
        _ => Never,
    };

    public static Fate Of(string address) =>
        address.StartsWith(Later, StringComparison.Ordinal) ? Fate.TakenLater
        : address.StartsWith(Never, StringComparison.Ordinal) ? Fate.Refused
        : Fate.Taken;

    /// <summary>The status that a message to such a recipient ends in.</summary>
    public static string End(this Fate fate) => fate == Fate.Refused ? "bounced" : "delivered";
}
