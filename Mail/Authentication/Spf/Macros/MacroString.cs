using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Actors.Mail.Authentication.Spf.Macros;

/// <summary>Text with macros (RFC 7208 §7): a domain-spec, an explanation, the value of a modifier.</summary>
internal sealed class MacroString
{
    private readonly IReadOnlyList<MacroPart> parts;

    private MacroString(string text, IReadOnlyList<MacroPart> parts)
    {
        Text = text;
        this.parts = parts;
    }

    /// <summary>As it was published.</summary>
    public string Text { get; }

    /// <summary>Whether every check finds the same value.</summary>
    public bool IsConstant => parts.All(part => part is MacroPart.Literal);

    /// <summary>The text of an exp= record, in which c, r and t have a meaning too.</summary>
    public static bool TryParseExplanation(string text, [NotNullWhen(true)] out MacroString? macros) =>
        TryParse(text, isExplanation: true, out macros, out _);

    /// <summary>The value of a modifier that nobody knows: only its syntax is checked.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out MacroString? macros) =>
        TryParse(text, isExplanation: false, out macros, out _);

    /// <summary>Reads a domain-spec (§7.1): it ends in a macro, or in a dot and a top-level label.</summary>
    public static bool TryParseDomain(string text, [NotNullWhen(true)] out MacroString? macros) =>
        TryParse(text, isExplanation: false, out macros, out var tailStart)
        && text.Length > 0 && (tailStart == text.Length || EndsInTopLabel(text.AsSpan(tailStart)));

    /// <summary>Whether the value depends on one of these letters, given in lower case.</summary>
    public bool Uses(params ReadOnlySpan<char> letters)
    {
        foreach (var part in parts)
        {
            if (part is MacroPart.Expansion macro && letters.Contains(macro.Letter))
                return true;
        }
        return false;
    }

    public string Expand(MacroValues values)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part is MacroPart.Expansion macro ? values.Expand(macro) : ((MacroPart.Literal)part).Text);
        return text.ToString();
    }

    /// <summary>
    /// The expanded name to ask for: without final dot, shortened on the left to fit into DNS (RFC 7208 §7.3).
    /// </summary>
    public string ExpandName(MacroValues values)
    {
        var name = Expand(values);
        name = name.EndsWith('.') ? name[..^1] : name;
        var excess = name.Length - SpfLimits.NameCharactersMax;
        var dot = excess > 0 ? name.IndexOf('.', excess - 1) : -1;
        return dot < 0 && excess > 0 ? name[(name.LastIndexOf('.') + 1)..] : name[(dot + 1)..];
    }

    public override string ToString() => Text;

    private static bool TryParse(
        string text, bool isExplanation, [NotNullWhen(true)] out MacroString? macros, out int tailStart)
    {
        var reader = new MacroReader(text, isExplanation);
        var parts = text.Length <= SpfLimits.TermCharactersMax ? reader.Read() : null;
        tailStart = reader.TailStart;
        macros = parts is null ? null : new MacroString(text, parts);
        return macros is not null;
    }

    private static bool EndsInTopLabel(ReadOnlySpan<char> tail)
    {
        tail = tail.EndsWith('.') ? tail[..^1] : tail;
        var dot = tail.LastIndexOf('.');
        if (dot < 0)
            return false;
        var label = tail[(dot + 1)..];
        var isAllDigits = true;
        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return false;
            isAllDigits &= char.IsAsciiDigit(c);
        }
        return !isAllDigits && label[0] != '-' && label[^1] != '-';
    }
}
