using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests;

/// <summary>Every message that docs/api.md shows can be sent as it stands.</summary>
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
