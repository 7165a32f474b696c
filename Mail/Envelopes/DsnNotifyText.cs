namespace Actors.Mail.Envelopes;

/// <summary>The list after NOTIFY= (RFC 3461 §4.1).</summary>
public static class DsnNotifyText
{
    private static readonly (string Name, DsnNotify Value)[] Names =
    [
        ("NEVER", DsnNotify.Never), ("SUCCESS", DsnNotify.Success), ("FAILURE", DsnNotify.Failure),
        ("DELAY", DsnNotify.Delay),
    ];

    /// <summary>NEVER alone, or a list of the others; upper and lower case are the same.</summary>
    /// <param name="notify">At least one when the result is true.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DsnNotify notify)
    {
        notify = DsnNotify.Unspecified;
        foreach (var range in text.Split(','))
        {
            if (ValueOf(text[range]) is not { } value)
                return false;
            notify |= value;
        }
        return IsConsistent(notify);
    }

    /// <exception cref="ArgumentException">Nothing is said, or NEVER together with another.</exception>
    public static string Text(this DsnNotify notify) =>
        notify != DsnNotify.Unspecified && IsConsistent(notify)
            ? string.Join(',', Names.Where(each => notify.HasFlag(each.Value)).Select(each => each.Name))
            : throw new ArgumentException("NEVER alone, or some of the others.", nameof(notify));

    private static bool IsConsistent(DsnNotify notify) =>
        notify == DsnNotify.Never || !notify.HasFlag(DsnNotify.Never);

    private static DsnNotify? ValueOf(ReadOnlySpan<char> name)
    {
        foreach (var each in Names)
        {
            if (name.Equals(each.Name, StringComparison.OrdinalIgnoreCase))
                return each.Value;
        }
        return null;
    }
}
