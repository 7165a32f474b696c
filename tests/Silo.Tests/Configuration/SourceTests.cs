using System.Collections;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Configuration;

public sealed class SourceTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void the_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        var file = folder.Write(
            "settings.json", """{ "DrainSeconds": 1, "RetentionDays": 1, "HostName": "a.example" }""");
        var environment = new Hashtable { ["ACTORS_DRAIN_SECONDS"] = "2", ["ACTORS_RETENTION_DAYS"] = "2" };
        var settings = Reading.Of(environment, file, ("DrainSeconds", "3")).Settings;
        settings.DrainSeconds.ShouldBe(3);
        settings.RetentionDays.ShouldBe(2);
        settings.HostName.ShouldBe("a.example");
        settings.Http.Listen.ShouldBe("127.0.0.1:8080");
    }

    [Fact]
    public void the_file_may_hold_comments_trailing_commas_and_arrays()
    {
        var file = folder.Write("settings.json", """
            {
              // our own relay
              "delivery": { "allowednetworks": ["10.0.0.0/8", "fd00::/8"], },
            }
            """);
        var read = Reading.Of([], file);
        read.Problems.ShouldBeEmpty();
        read.Settings.Delivery.AllowedNetworks.ShouldBe("10.0.0.0/8,fd00::/8");
    }

    [Fact]
    public void no_file_is_no_problem() =>
        Reading.Of([], Path.Combine(folder.Path, "none.json")).Problems.ShouldBeEmpty();

    [Fact]
    public void an_unknown_name_is_refused_wherever_it_stands()
    {
        var file = folder.Write("settings.json", """{ "Http": { "Listn": "127.0.0.1:1" } }""");
        var problems = Reading.Of(new Hashtable { ["ACTORS_HTTP_LISTN"] = "x", ["HOME"] = "/" }, file).Problems;
        problems.Select(problem => problem.Subject)
            .ShouldBe([$"'Http:Listn' in {file}", "the environment variable ACTORS_HTTP_LISTN"]);
        problems.ShouldAllBe(problem => problem.Rule == "is no option");
    }

    [Fact]
    public void the_operators_key_in_the_environment_is_no_option_and_no_problem() =>
        Reading.Of(new Hashtable { ["ACTORS_OPERATOR_KEY"] = "op_x" }, "").Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("{ \"HostName\": ")]
    [InlineData("[]")]
    [InlineData("")]
    public void a_file_that_is_no_json_object_is_refused(string text) =>
        Reading.Of([], folder.Write("settings.json", text))
            .Problems.ShouldHaveSingleItem().Rule.ShouldBe("cannot be read as JSON");

    [Fact]
    public void a_file_of_more_than_a_mebibyte_is_refused() =>
        Reading.Of([], folder.Write("settings.json", new string(' ', (1024 * 1024) + 1)))
            .Problems.ShouldHaveSingleItem().Remedy.ShouldContain("1048576 bytes");

    [Fact]
    public void an_option_that_stands_twice_in_the_file_is_refused() =>
        Reading.Of([], folder.Write("settings.json", """{ "DrainSeconds": 1, "drainSeconds": 2 }"""))
            .Problems.ShouldHaveSingleItem().Rule.ShouldBe("is there twice");

    [Fact]
    public void everything_wrong_is_named_at_once_with_its_place()
    {
        var file = folder.Write("settings.json", """{ "DrainSeconds": "soon", "Nonsense": 1 }""");
        var environment = new Hashtable { ["ACTORS_RETENTION_DAYS"] = "0" };
        var problems = Reading.Of(environment, file, ("Http:Listen", "here")).Problems;
        problems.Select(problem => problem.Subject).ShouldBe(
        [
            $"'Nonsense' in {file}",
            $"--drain-seconds is 'soon' (from {file})",
            "--retention-days is '0' (from the environment variable ACTORS_RETENTION_DAYS)",
            "--http-listen is 'here' (from the command line)",
        ], ignoreOrder: true);
        problems.ShouldAllBe(problem => problem.Rule.Length > 0 && problem.Remedy.Length > 0);
    }
}
