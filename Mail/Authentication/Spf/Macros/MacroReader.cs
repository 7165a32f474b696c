using System.Buffers;
using System.Text;

namespace Actors.Mail.Authentication.Spf.Macros;

/// <summary>Reads the pieces of a macro string (RFC 7208 §7.1), once from left to right.</summary>
internal ref struct MacroReader(ReadOnlySpan<char> text, bool isExplanation)
{
    private const string Letters = "slodiphv";
    private const string ExplanationLetters = "crt";

    /// <summary>Parts of a value are never as many: a name has at most 127 labels.</summary>
    private const int PartsMax = 999;

    private static readonly SearchValues<char> Delimiters = SearchValues.Create(".-+,/_=");
    private readonly ReadOnlySpan<char> text = text;
    private readonly StringBuilder literal = new();
    private readonly List<MacroPart> parts = [];
    private int at;

    /// <summary>Where the text after the last macro begins.</summary>
    public int TailStart { get; private set; }

    /// <returns>Null when the text has a syntax error.</returns>
    public IReadOnlyList<MacroPart>? Read()
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '%' ? !TryReadMacro() : !TryReadLiteral(c))
                return null;
        }
        EndLiteral();
        return parts;
    }

    private bool TryReadLiteral(char c)
    {
        if (c is < ' ' or > '~' || (c == ' ' && !isExplanation))
            return false;
        literal.Append(c);
        at++;
        return true;
    }

    private bool TryReadMacro()
    {
        if (at + 1 >= text.Length)
            return false;
        var next = text[at + 1];
        at += 2;
        if (next == '{')
            return TryReadExpansion();
        if (next is not ('%' or '_' or '-'))
            return false;
        literal.Append(next switch { '%' => "%", '_' => " ", _ => "%20" });
        TailStart = at;
        return true;
    }

    private bool TryReadExpansion()
    {
        if (text[at..].IndexOf('}') is var length && length < 1)
            return false;
        var inside = text.Slice(at, length);
        at += length + 1;
        TailStart = at;

        var letter = char.ToLowerInvariant(inside[0]);
        if (!Letters.Contains(letter) && !(isExplanation && ExplanationLetters.Contains(letter)))
            return false;
        var rest = inside[1..];
        if (!TryReadParts(ref rest, out var kept))
            return false;
        var reverse = rest.StartsWith("r", StringComparison.OrdinalIgnoreCase);
        rest = reverse ? rest[1..] : rest;
        if (rest.ContainsAnyExcept(Delimiters))
            return false;
        EndLiteral();
        parts.Add(new MacroPart.Expansion(
            letter, char.IsAsciiLetterUpper(inside[0]), kept, reverse, rest.IsEmpty ? "." : rest.ToString()));
        return true;
    }

    private static bool TryReadParts(ref ReadOnlySpan<char> rest, out int kept)
    {
        kept = 0;
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? rest.Length : digits;
        foreach (var digit in rest[..digits])
            kept = Math.Min(PartsMax, (kept * 10) + digit - '0');
        rest = rest[digits..];
        return digits == 0 || kept > 0;
    }

    private void EndLiteral()
    {
        if (literal.Length == 0)
            return;
        parts.Add(new MacroPart.Literal(literal.ToString()));
        literal.Clear();
    }
}
