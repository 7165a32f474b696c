namespace Actors.Mail.Authentication;

/// <summary>What strangers publish, made fit for one line of a message to a person.</summary>
internal static class Printable
{
    private const int CharactersMax = 80;

    /// <summary>Visible ASCII and spaces, everything else as "?"; at most 80 characters.</summary>
    public static string Of(string text) => string.Create(Math.Min(text.Length, CharactersMax), text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source[i] is >= ' ' and <= '~' ? source[i] : '?';
    });
}
