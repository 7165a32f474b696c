namespace Actors.Mail.Authentication.Spf;

/// <summary>The outcome of a check.</summary>
/// <param name="Domain">
/// The domain whose policy was asked: of MAIL FROM, or of HELO. Empty when there was none that could be asked.
/// </param>
/// <param name="Reason">Why, in plain English: the term that decided, or what is wrong.</param>
/// <param name="Explanation">
/// What the domain wants a refused sender to be told (RFC 7208 §6.2): ASCII of at most
/// <see cref="SpfLimits.TermCharactersMax"/> characters, by a stranger. Null unless the result is a fail and there is
/// one.
/// </param>
public sealed record SpfVerdict(SpfResult Result, string Domain, string Reason, string? Explanation)
{
    /// <summary>The word of RFC 8601 §2.7.2.</summary>
    public string Word => Result.ToString().ToLowerInvariant();
}
