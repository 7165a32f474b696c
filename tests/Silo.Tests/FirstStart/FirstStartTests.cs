using System.Diagnostics;
using Actors.Silo.FirstStart;
using Actors.Silo.Tests.Harness;
using Actors.Testing;

namespace Actors.Silo.Tests.FirstStart;

public sealed class FirstStartTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [RequiresPrintedProgramsFact]
    public async Task the_printed_lines_deliver_when_they_are_pasted()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        var first = (await silo.Beginning.Prepare())!;
        var (exitCode, output) = await Bash(Banner.First(silo.Listeners, first));
        exitCode.ShouldBe(0, output);
        await silo.Delivered(first.ApiKey, 3);
        (await silo.SandboxSubjects()).ShouldBe(["Hello from curl", "Hello from swaks", "Hello over HTTP"]);
    }

    [Fact]
    public async Task a_second_start_makes_nothing_new()
    {
        await using (var silo = await RunningSilo.Start(folder.Data))
            (await silo.Beginning.Prepare()).ShouldNotBeNull();
        await using var again = await RunningSilo.Start(folder.Data);
        (await again.Beginning.Prepare()).ShouldBeNull();
    }

    [Fact]
    public async Task a_first_start_that_was_cut_short_is_made_whole_and_leaves_no_key_behind()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        var tenant = silo.Grains.GetGrain<Actors.Grains.Tenants.ITenantGrain>(Beginning.Tenant.Value);
        await tenant.Create("Demo");
        var orphan = (await tenant.IssueApiKey("first start"))!;

        var first = (await silo.Beginning.Prepare())!;

        var key = (await tenant.Get())!.ApiKeys.ShouldHaveSingleItem();
        key.Id.ShouldNotBe(orphan.View.Id);
        first.ApiKey.ShouldEndWith(key.Hint);
    }

    [Fact]
    public async Task a_later_start_shows_no_secret_and_says_how_to_make_one()
    {
        await using var silo = await RunningSilo.Start(
            folder.Data, settings => settings with { Inbound = new() { Listen = "127.0.0.1:0" } });
        var text = Banner.Again(silo.Listeners);
        text.ShouldContain(silo.Listeners.Http.Authority);
        text.ShouldContain($"SMTP {silo.Listeners.Submission} (STARTTLS)");
        text.ShouldContain($"SMTP {silo.Inbound} (bounces)");
        text.ShouldContain("./run keys create");
    }

    [Fact]
    public void without_a_submission_listener_no_smtp_lines_are_printed()
    {
        var listeners = new Listeners(new Uri("http://127.0.0.1:8080"), null, null, null);
        Banner.First(listeners, new("op_x", "ak_x", new("user", "password"))).ShouldNotContain("swaks");
    }

    private static async Task<(int ExitCode, string Output)> Bash(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-e", "-s"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SWAKS_OPT_timeout"] = $"{Patience.Max.TotalSeconds}" },
        })!;
        var output = bash.StandardOutput.ReadToEndAsync();
        var error = bash.StandardError.ReadToEndAsync();
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, await output + await error);
    }
}
