using System.Text.Json;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Commands;

public sealed class ParseReportTests : IDisposable
{
    private const string Bounce =
        "From: MAILER-DAEMON@mx.example.net\nSubject: failure notice\n\nNot delivered:\n\n"
        + "<ada@example.com>: 550 5.1.1 <b>nobody</b>, unknown user\n\n<bob@example.com>: 552 5.2.2 mailbox full\n";

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task each_recipient_is_a_line_of_json_and_nothing_else_is_printed()
    {
        var run = await ProgramRun.Of("parse-report", Written("bounce.eml", Bounce));
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        var first = JsonDocument.Parse(lines[0]).RootElement;
        first.EnumerateObject().Select(p => p.Name).ShouldBe([
            "file", "recipient", "action", "status", "diagnostic", "category", "hard", "feedback_type"]);
        first.GetProperty("file").GetString().ShouldBe("bounce.eml");
        first.GetProperty("recipient").GetString().ShouldBe("ada@example.com");
        first.GetProperty("action").GetString().ShouldBe("failed");
        first.GetProperty("status").GetString().ShouldBe("5.1.1");
        first.GetProperty("diagnostic").GetString().ShouldBe("550 5.1.1 <b>nobody</b>, unknown user");
        first.GetProperty("category").GetString().ShouldBe("Invalid recipient");
        first.GetProperty("hard").GetBoolean().ShouldBeTrue();
        first.GetProperty("feedback_type").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonDocument.Parse(lines[1]).RootElement.GetProperty("category").GetString().ShouldBe("Mailbox full");
    }

    [Fact]
    public async Task a_file_that_is_no_report_or_not_there_is_told_and_the_others_are_read()
    {
        var run = await ProgramRun.Of(
            "parse-report", Written("note.eml", "From: ada@example.com\n\nhello\n"),
            Path.Combine(folder.Path, "missing.eml"), folder.Path, Written("bounce.eml", Bounce));
        run.ExitCode.ShouldBe(1);
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        run.Error.ShouldContain($"{folder.Path}: a folder");
        run.Error.ShouldContain("note.eml: neither a bounce nor a feedback report nor an automatic reply");
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task without_a_file_it_says_so() =>
        (await ProgramRun.Of("parse-report")).ExitCode.ShouldBe(2);

    private string Written(string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }
}
