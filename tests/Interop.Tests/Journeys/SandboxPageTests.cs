using System.Diagnostics;
using System.Text.RegularExpressions;
using Actors.Interop.Tests.Lab;
using Actors.Testing;

namespace Actors.Interop.Tests.Journeys;

/// <summary>The lines of docs/sandbox.md do what the page says.</summary>
public sealed partial class SandboxPageTests
{
    private static readonly string LimitSeconds = $"{Patience.Max.TotalSeconds}";

    [RequiresProgramFact("bash", "curl", "timeout")]
    public async Task every_line_of_the_page_works()
    {
        await using var silo = await SandboxSilo.Start();
        var page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs", "sandbox.md"));
        var lines = string.Join('\n', Shell().Matches(page).Select(block => block.Groups[1].Value));
        var start = new ProcessStartInfo("timeout", [LimitSeconds, "bash", "-eu", "-c", lines]);
        (start.Environment["SERVER"], start.Environment["KEY"], start.Environment["OP"]) = silo.Access;
        var said = await Programs.Run(start);

        said.ShouldContain("list-unsubscribe: <", Case.Insensitive);
        said.ShouldContain("\"standing\":\"unconfirmed\"");
        said.ShouldContain("\"level\":\"blocked\"");
        said.ShouldContain("\"standing\":\"complained\"");
        said.ShouldContain("\"complained\":2");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Actors.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Actors.sln");
        return folder;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shell();
}
