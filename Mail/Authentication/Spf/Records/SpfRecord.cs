using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Authentication.Spf.Macros;

namespace Actors.Mail.Authentication.Spf.Records;

/// <summary>A policy as published (RFC 7208 §4.5 to §6). Any syntax error anywhere makes it unusable (§4.6).</summary>
public sealed record SpfRecord
{
    private const string Version = "v=spf1";

    private SpfRecord(string text) => Text = text;

    public string Text { get; }

    internal IReadOnlyList<SpfDirective> Directives { get; private init; } = [];

    /// <summary>redirect=; null when there is none.</summary>
    internal MacroString? Redirect { get; private init; }

    /// <summary>exp=; null when there is none.</summary>
    internal MacroString? Explanation { get; private init; }

    /// <summary>Whether a TXT record is a policy, well-formed or not (§4.5).</summary>
    public static bool IsOne(string text) =>
        text.StartsWith(Version, StringComparison.OrdinalIgnoreCase)
        && (text.Length == Version.Length || text[Version.Length] == ' ');

    /// <param name="problem">What is wrong, in plain English; null when nothing is.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out SpfRecord? record, [NotNullWhen(false)] out string? problem)
    {
        record = null;
        problem = null;
        if (!IsOne(text))
            problem = $"it does not begin with \"{Version}\"";
        else if (text.Length > SpfLimits.RecordCharactersMax)
            problem = $"it has {text.Length} characters; at most {SpfLimits.RecordCharactersMax} are read";
        else
            record = ReadTerms(text, out problem);
        return record is not null;
    }

    private static SpfRecord? ReadTerms(string text, out string? problem)
    {
        var directives = new List<SpfDirective>();
        MacroString? redirect = null, explanation = null;
        foreach (var term in text[Version.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            problem = ModifierName(term) switch
            {
                null => ReadDirective(term, directives),
                "redirect" => ReadOnce(term, ref redirect),
                "exp" => ReadOnce(term, ref explanation),
                var name => MacroString.TryParse(term[(name.Length + 1)..], out _) ? null : Misspelt(term),
            };
            if (problem is not null)
                return null;
        }
        problem = null;
        return new SpfRecord(text) { Directives = directives, Redirect = redirect, Explanation = explanation };
    }

    /// <returns>The name before "=" in lower case; null when the term is no modifier (§4.6.1).</returns>
    private static string? ModifierName(string term)
    {
        var length = term.IndexOf('=');
        if (length < 1 || !char.IsAsciiLetter(term[0]))
            return null;
        foreach (var c in term.AsSpan(1, length - 1))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return null;
        }
        return term[..length].ToLowerInvariant();
    }

    private static string? ReadDirective(string term, List<SpfDirective> directives)
    {
        SpfQualifier? qualifier = term[0] switch
        {
            '+' => SpfQualifier.Pass,
            '-' => SpfQualifier.Fail,
            '~' => SpfQualifier.SoftFail,
            '?' => SpfQualifier.Neutral,
            _ => null,
        };
        var mechanism = term.Length <= SpfLimits.TermCharactersMax
            ? MechanismParser.Parse(qualifier is null ? term : term[1..])
            : null;
        if (mechanism is null)
            return Misspelt(term);
        directives.Add(new SpfDirective(qualifier ?? SpfQualifier.Pass, mechanism, term));
        return null;
    }

    private static string? ReadOnce(string term, ref MacroString? value)
    {
        var name = term[..term.IndexOf('=')];
        if (value is not null)
            return $"\"{name}=\" stands in it twice";
        return MacroString.TryParseDomain(term[(name.Length + 1)..], out value) ? null : Misspelt(term);
    }

    private static string Misspelt(string term) =>
        $"\"{Printable.Of(term)}\" is neither a mechanism nor a modifier that SPF knows";
}
