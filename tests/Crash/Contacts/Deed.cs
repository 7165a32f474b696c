namespace Actors.Crash.Contacts;

/// <summary>What somebody does to the server, and is answered.</summary>
public enum Deed
{
    /// <summary>Sends marketing to a few readers.</summary>
    Submit,

    /// <summary>Signs somebody up.</summary>
    SignUp,

    /// <summary>A server that had taken a message gives it back.</summary>
    Bounce,

    /// <summary>A provider passes on a complaint.</summary>
    Complain,

    /// <summary>A reader leaves the list by one click.</summary>
    Leave,

    /// <summary>A reader presses the button that confirms.</summary>
    Confirm,
}

/// <summary>What a reader does with a message, as the beginning of the address says.</summary>
internal static class Readers
{
    private static readonly (string Prefix, Deed? Deed)[] Kinds =
    [
        ("stays-", null), ("bounces-", Deed.Bounce), ("complains-", Deed.Complain), ("leaves-", Deed.Leave),
        (SignsUp, Deed.Confirm),
    ];

    public const string SignsUp = "signs-";

    /// <summary>Who gets marketing: a kind by chance.</summary>
    public static string Any(Random random) => Kinds[random.Next(Kinds.Length - 1)].Prefix;

    /// <returns>Null for one who only reads.</returns>
    public static Deed? Of(string address) =>
        Kinds.FirstOrDefault(kind => address.StartsWith(kind.Prefix, StringComparison.Ordinal)).Deed;
}
