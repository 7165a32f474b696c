using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests;

/// <summary>Every message that docs/api.md shows can be sent as it stands, and every path that a page names is
/// there.</summary>
[Collection(Gateway.Name)]
public sealed partial class DocumentedExampleTests(Gateway gateway)
{
    [Fact]
    public async Task what_the_page_shows_is_accepted()
    {
        var tenant = await gateway.Running.NewTenant();
        var page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "api.md"));
        var messages = JsonBlock().Matches(page).Select(match => match.Groups[1].Value)
            .Where(json => JsonNode.Parse(json)!["subject"] is not null).ToList();
        messages.ShouldNotBeEmpty();
        foreach (var message in messages)
            await tenant.Http.Send(message).Status(202);
    }

    [Fact]
    public async Task every_path_that_a_page_names_is_there()
    {
        var document = (await gateway.Running.Stranger.Get("/openapi/v1.json").Status(200)).Json;
        var known = document.GetProperty("paths").EnumerateObject().Select(path => path.Name.Split('/')).ToList();
        string[] pages = [Path.Combine(Root(), "README.md"), .. Directory.GetFiles(
            Path.Combine(Root(), "docs"), "*.md", SearchOption.AllDirectories)];
        var named = pages.SelectMany(page => NamedPath().Matches(File.ReadAllText(page)).Select(
            match => (Page: Path.GetFileName(page), Path: match.Groups[1].Value))).ToList();
        named.Count.ShouldBeGreaterThan(300);
        named.Where(one => !known.Exists(path => Leads(one.Path.Split('/'), path))).ShouldBeEmpty();
    }

    /// <summary>Also to what is below it: a page may name what paths have in common.</summary>
    private static bool Leads(string[] named, string[] path) => named.Length <= path.Length
        && named.Zip(path).All(pair => pair.Second is ['{', ..] || pair.First == pair.Second);

    /// <summary>Up to a query, and without the end that a page leaves out.</summary>
    [GeneratedRegex(@"(/v1(?:/[a-z0-9@%{}_.+-]*[a-z0-9}])+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedPath();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Actors.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Actors.sln");
        return folder;
    }
}
