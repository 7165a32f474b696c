using System.Text.RegularExpressions;
using static System.StringComparison;

namespace Actors.Tidy.Tests;

public sealed partial class DocumentTests
{
    [Fact]
    public void every_page_has_one_title_and_it_comes_first()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".md"))
        {
            var titles = Prose(file).Where(line => line.Text.StartsWith("# ", StringComparison.Ordinal)).ToArray();
            if (titles.Length != 1 || titles[0].Number != 1)
                faults.Add(file.At(1), $"{titles.Length} titles ('# …'); one, in the first line");
        }
        faults.ShouldBeNone();
    }

    [Fact]
    public void every_relative_link_leads_somewhere()
    {
        var faults = new Faults();
        foreach (var file in Repository.Files(".md"))
            foreach (var (text, number) in Prose(file))
                foreach (Match link in Link().Matches(text))
                    if (!Leads(file, link.Groups[1].Value))
                        faults.Add(file.At(number), $"{link.Groups[1].Value} leads nowhere; mend or remove it");
        faults.ShouldBeNone();
    }

    [Fact]
    public void every_rfc_in_the_code_is_in_the_list()
    {
        var listed = Number().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "rfcs.md")))
            .Select(match => match.Value).ToHashSet();
        var faults = new Faults();
        foreach (var file in Repository.Files(".cs"))
            for (var i = 0; i < file.Lines.Length; i++)
                foreach (Match rfc in Rfc().Matches(file.Lines[i]))
                    if (!listed.Contains(rfc.Groups[1].Value))
                        faults.Add(file.At(i + 1), $"{rfc.Value} is not in docs/rfcs.md; add title and status");
        faults.ShouldBeNone();
    }

    [Fact]
    public void every_error_in_troubleshooting_is_one_that_the_code_gives()
    {
        var code = Repository.Product().SelectMany(file => file.Lines).ToArray();
        var faults = new Faults();
        foreach (var page in Repository.Files(".md").Where(file => file.Path == "docs/troubleshooting.md"))
            foreach (var (text, number) in Prose(page))
                if (Error().Match(text) is { Success: true } error
                    && !code.Any(line => line.Contains(error.Groups["text"].Value, StringComparison.Ordinal)))
                    faults.Add(page.At(number), $"no code says '{error.Groups["text"].Value}'");
        faults.ShouldBeNone();
    }

    [Fact]
    public void every_test_that_the_rules_name_exists()
    {
        var tests = Repository.Files(".cs").Where(file => file.Path.StartsWith("tests/", Ordinal))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file.Path));
        var faults = new Faults();
        foreach (var page in Repository.Files(".md").Where(file => file.Path.StartsWith("docs/rules/", Ordinal)))
            foreach (var (text, number) in Prose(page))
                foreach (Match test in NamedTest().Matches(text))
                    if (!tests[test.Groups["class"].Value].SelectMany(file => file.Lines).Any(
                        line => line.Contains($" {test.Groups["name"].Value}(", Ordinal)))
                        faults.Add(page.At(number), $"there is no test {test.Value}");
        faults.ShouldBeNone();
    }

    [Theory]
    [InlineData("CHANGELOG.md")]
    [InlineData("LICENSE")]
    [InlineData("README.md")]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData(".ci/run")]
    public void the_root_has_what_a_newcomer_looks_for(string name) =>
        File.Exists(Path.Combine(Repository.Root, name)).ShouldBeTrue();

    [Fact]
    public void the_changelog_says_what_is_not_released_yet() =>
        File.ReadAllText(Path.Combine(Repository.Root, "CHANGELOG.md")).ShouldContain("## Unreleased");

    /// <summary>Lines outside of code blocks, counted from 1.</summary>
    private static IEnumerable<(string Text, int Number)> Prose(SourceFile file)
    {
        var inCode = false;
        for (var i = 0; i < file.Lines.Length; i++)
        {
            if (file.Lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
                inCode = !inCode;
            else if (!inCode)
                yield return (file.Lines[i], i + 1);
        }
    }

    private static bool Leads(SourceFile file, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
            return true;
        var (path, anchor) = target.Split('#') is [var before, var behind] ? (before, behind) : (target, null);
        var full = path.Length == 0 ? file.FullPath : Path.Combine(Path.GetDirectoryName(file.FullPath)!, path);
        return (File.Exists(full) || Directory.Exists(full))
            && (anchor is null || File.ReadLines(full).Any(line => line.StartsWith('#') && Anchor(line) == anchor));
    }

    /// <summary>As GitHub makes them: lower case, punctuation gone, blanks to hyphens.</summary>
    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    /// <summary>A heading that is an error of ours, with or without the codes of its reply.</summary>
    [GeneratedRegex(@"^### `([2-5][0-9][0-9] ([245]\.[0-9]+\.[0-9]+ )?)?(?<text>[^`]+)`$")]
    private static partial Regex Error();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bRFCs? ?([0-9]{3,5})\b")]
    private static partial Regex Rfc();

    [GeneratedRegex(@"\b[0-9]{3,5}\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    /// <summary>A class of tests and one of its tests, as the pages of rules name them.</summary>
    [GeneratedRegex(@"`(?<class>[A-Z]\w+)\.(?<name>[a-z]\w+_\w+)`")]
    private static partial Regex NamedTest();
}
