namespace Actors.Mail.Replies.Matching;

/// <summary>
/// What each line of a reply begins with. Where lines were joined it stands in the middle of a sentence:
/// "550-No such 550 user".
/// </summary>
/// <param name="Code">Null: nothing is such a beginning.</param>
internal readonly record struct LinePrefix(int? Code, EnhancedStatusCode? Status)
{
    private const int CodeLength = 3;

    /// <returns>How much of the start of the text is code, blank or hyphen, and status where it follows; 0 where the
    /// text begins with anything else.</returns>
    internal int LengthIn(ReadOnlySpan<char> text)
    {
        if (Code is not { } code || text.Length <= CodeLength || text[CodeLength] is not (' ' or '-')
            || text[0] != Digit(code / 100) || text[1] != Digit(code / 10 % 10) || text[2] != Digit(code % 10))
            return 0;
        var isFollowed = EnhancedStatusCode.TryReadPrefix(text[(CodeLength + 1)..], out var status, out var length)
            && status == Status;
        return CodeLength + 1 + (isFollowed ? length : 0);
    }

    private static char Digit(int digit) => (char)('0' + digit);
}
