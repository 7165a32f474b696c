using System.Text;
using Actors.Silo.Commands;
using Actors.Silo.Configuration;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task help_names_every_option_and_command()
    {
        var run = await ProgramRun.Of("--help");
        run.ExitCode.ShouldBe(0);
        foreach (var option in DeclaredOptions.All)
            run.Output.ShouldContain($"{option.Flag} <");
        string[] commands =
        [
            "keys", "logins", "operator-key", "dkim-key", "check-domain", "doctor", "options", "parse-report",
            "classify-bounce",
        ];
        foreach (var command in commands)
            run.Output.ShouldContain($"  {command} ");
    }

    [Fact]
    public async Task wrong_options_and_wrong_values_are_named_at_once_and_nothing_starts()
    {
        using var folder = new Folder();
        var run = await ProgramRun.Of(
            "--data", folder.Data, "--drain-seconds", "soon", "--http-listen", "8080", "--http-listn", "x");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--http-listn");
        run.Error.ShouldContain("--drain-seconds is 'soon'");
        run.Error.ShouldContain("--http-listen is '8080'");
        run.Output.ShouldBeEmpty();
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task a_wrong_value_alone_ends_with_2_too()
    {
        var run = await ProgramRun.Of("--drain-seconds", "601");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("One thing is wrong; nothing was started.");
    }

    [Fact]
    public async Task an_option_without_its_value_is_refused() =>
        (await ProgramRun.Of("--http-listen")).ExitCode.ShouldBe(2);

    [Fact]
    public async Task a_command_without_what_it_needs_says_what()
    {
        var run = await ProgramRun.Of("keys", "create");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--tenant");
        run.Error.ShouldContain("--name");
    }

    [Fact]
    public async Task the_options_page_can_be_printed() =>
        (await ProgramRun.Of("options")).Output.ShouldBe(ConfigurationPage.Text());

    [Fact]
    public async Task a_command_whose_output_cannot_be_written_says_so_in_a_line()
    {
        using var error = new StringWriter();
        using var full = new FullDisk();
        (await CommandLine.Run(["options"], full, error)).ShouldBe(1);
        error.ToString().ShouldBe($"It was not done, or not all of it: No space left on device.{Environment.NewLine}");
    }

    private sealed class FullDisk : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }
}
