using System.Collections.Frozen;

namespace Actors.Grains.StandardEmails;

/// <summary>The platform's own words for every kind, in every language. HTML is made of the text: there is one
/// wording to keep right.</summary>
public static class Originals
{
    private const string SubjectMark = "Subject: ";

    private static readonly FrozenDictionary<(string Language, StandardEmailKind Kind), EmailText> All =
        EmailLanguages.All.SelectMany(Read).ToFrozenDictionary(each => (each.Language, each.Kind), each => each.Text);

    /// <param name="language">The nearest there is stands in for an unknown one.</param>
    public static EmailText Of(StandardEmailKind kind, string? language) =>
        All[(EmailLanguages.Nearest(language), kind)];

    /// <summary>Sections of <c># kind</c>, a subject, an empty line, paragraphs.</summary>
    private static IEnumerable<(string Language, StandardEmailKind Kind, EmailText Text)> Read(string language)
    {
        using var stream = typeof(Originals).Assembly.GetManifestResourceStream($"Originals/{language}")
            ?? throw new InvalidOperationException($"there are no originals in {language}");
        using var reader = new StreamReader(stream);
        var all = "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
        foreach (var section in all.Split("\n# ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = section.Split('\n', 3);
            if (!StandardEmail.TryFind(lines[0], out var email)
                || !lines[1].StartsWith(SubjectMark, StringComparison.Ordinal))
                throw new InvalidOperationException($"the originals in {language} have no section '{lines[0]}'");
            var text = lines[2].Trim('\n') + "\n";
            yield return (language, email.Kind, new EmailText(
                lines[1][SubjectMark.Length..], text, TextAsHtml.Page(text, language), Footer: true));
        }
    }
}
