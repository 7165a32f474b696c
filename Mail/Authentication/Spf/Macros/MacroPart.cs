namespace Actors.Mail.Authentication.Spf.Macros;

/// <summary>A piece of a macro string (RFC 7208 §7.1).</summary>
internal abstract record MacroPart
{
    private MacroPart()
    {
    }

    public sealed record Literal(string Text) : MacroPart;

    /// <param name="Letter">Lower case.</param>
    /// <param name="IsEscaped">Whether the letter was upper case: the value is URL-escaped then.</param>
    /// <param name="Parts">How many parts on the right are kept; 0 keeps all.</param>
    /// <param name="Reverse">Whether the parts are put in reverse order first.</param>
    /// <param name="Delimiters">What the value is split at; parts are joined with dots.</param>
    public sealed record Expansion(char Letter, bool IsEscaped, int Parts, bool Reverse, string Delimiters) : MacroPart;
}
