namespace Actors.Mail.Replies.Rules;

/// <summary>
/// Tells replies that leave the place of the name empty: "550 : User unknown", "550 &lt;&gt;: no such user".
/// </summary>
/// <remarks>
/// What answers RCPT has an address at hand and says it there. A server that has none any more answers the content, to
/// which nobody in particular belongs: so the Japanese carriers filter for their customers.
/// </remarks>
internal static class NamelessReply
{
    private const int CodeLength = 3;

    /// <param name="codeAt">Where the reply code stands, or 0.</param>
    internal static bool In(ReadOnlySpan<char> text, int codeAt)
    {
        var rest = text[codeAt..];
        if (rest.Length < CodeLength || rest[..CodeLength].ContainsAnyExceptInRange('0', '9')
            || !Begins(text[..codeAt]))
            return false;
        rest = rest[CodeLength..];
        return rest is [' ', ':', ' ' or '\n', ..] or [' ', '<', '>', ':', ' ' or '\n', ..];
    }

    /// <summary>The code begins the text, a line or what is quoted.</summary>
    private static bool Begins(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(' ');
        return before.IsEmpty || before[^1] is ':' or '\n' or ';' or '\'' or '"';
    }
}
