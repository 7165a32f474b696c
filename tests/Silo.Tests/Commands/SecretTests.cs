using System.Net;
using System.Net.Http.Headers;
using Actors.Silo.FirstStart;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Commands;

/// <summary>Commands on keys and logins, while the server runs and while it does not.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_key_made_while_the_server_is_stopped_opens_the_running_one()
    {
        await Begin();
        var made = await ProgramRun.Of("keys", "create", "--tenant", "demo", "--name", "shop", "--data", folder.Data);
        made.ExitCode.ShouldBe(0, made.Error);
        await using var silo = await RunningSilo.Start(folder.Data);
        (await Opens(silo, Secret(made))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task a_key_can_be_listed_and_revoked_while_the_server_is_stopped()
    {
        await Begin();
        string[] demo = ["--tenant", "demo", "--data", folder.Data];
        var made = await ProgramRun.Of(["keys", "create", "--name", "shop", .. demo]);
        (await ProgramRun.Of(["keys", "list", .. demo])).Output.ShouldContain("shop");
        (await ProgramRun.Of(["keys", "revoke", "--id", made.Output.Split(' ')[0], .. demo])).ExitCode.ShouldBe(0);
        (await ProgramRun.Of(["keys", "list", .. demo])).Output.ShouldNotContain("shop");
    }

    [Fact]
    public async Task while_the_server_runs_it_is_asked_with_the_operators_key()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        var first = (await silo.Beginning.Prepare())!;
        var made = await Ask(silo, first, "keys", "create", "--name", "shop");
        made.ExitCode.ShouldBe(0, made.Error);
        (await Opens(silo, Secret(made))).ShouldBe(HttpStatusCode.OK);

        (await Ask(silo, first, "keys", "list")).Output.ShouldContain("shop");
        (await Ask(silo, first, "keys", "revoke", "--id", made.Output.Split(' ')[0])).ExitCode.ShouldBe(0);
        (await Opens(silo, Secret(made))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task a_login_can_be_made_listed_and_revoked_while_the_server_runs()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        var first = (await silo.Beginning.Prepare())!;
        var made = await Ask(silo, first, "logins", "create", "--account", "acc_demo", "--application", "shop");
        made.ExitCode.ShouldBe(0, made.Error);
        var user = made.Output.Split(' ')[0];
        (await Ask(silo, first, "logins", "list", "--account", "acc_demo")).Output.ShouldContain(user);
        (await Ask(silo, first, "logins", "revoke", "--account", "acc_demo", "--user", user)).ExitCode.ShouldBe(0);
        (await Ask(silo, first, "logins", "list", "--account", "acc_demo")).Output.ShouldNotContain(user);
    }

    [Fact]
    public async Task while_the_server_runs_a_command_without_the_operators_key_says_what_to_do()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        var run = await ProgramRun.Of("keys", "list", "--tenant", "demo", "--data", folder.Data);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("--operator-key");
    }

    [Fact]
    public async Task a_wrong_operators_key_is_told_from_a_missing_tenant()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        var first = (await silo.Beginning.Prepare())!;
        (await Ask(silo, first with { OperatorKey = "op_wrongwrongwrongwrongwrong" }, "keys", "list"))
            .Error.ShouldContain("operator's key is wrong");
        (await ProgramRun.Of(
            "keys", "list", "--tenant", "nobody", "--data", folder.Data, "--operator-key", first.OperatorKey,
            "--http-listen", silo.Listeners.Http.Authority)).Error.ShouldContain("There is no tenant 'nobody'.");
    }

    [Fact]
    public async Task what_does_not_exist_is_named()
    {
        await Begin();
        string[] data = ["--data", folder.Data];
        (await ProgramRun.Of(["keys", "list", "--tenant", "nobody", .. data]))
            .Error.ShouldContain("no tenant 'nobody'");
        (await ProgramRun.Of(["logins", "list", "--tenant", "demo", "--account", "acc_x", .. data]))
            .Error.ShouldContain("no SMTP account 'acc_x'");
        (await ProgramRun.Of(["keys", "revoke", "--tenant", "demo", "--id", "key_x", .. data])).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task a_data_folder_that_is_not_there_is_not_made()
    {
        var run = await ProgramRun.Of("keys", "list", "--tenant", "demo", "--data", folder.Data);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(folder.Data);
        Directory.Exists(folder.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task a_lost_operators_key_is_replaced_while_the_server_is_stopped()
    {
        var lost = await Begin();
        var reset = await ProgramRun.Of("operator-key", "reset", "--data", folder.Data);
        reset.ExitCode.ShouldBe(0, reset.Error);
        await using var silo = await RunningSilo.Start(folder.Data);
        (await Ask(silo, lost with { OperatorKey = reset.Output.Trim() }, "keys", "list")).ExitCode.ShouldBe(0);
        (await Ask(silo, lost, "keys", "list")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task the_operators_key_is_not_replaced_under_a_running_server()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        (await ProgramRun.Of("operator-key", "reset", "--data", folder.Data)).Error.ShouldContain("Stop it first");
    }

    private async Task<FirstCredentials> Begin()
    {
        await using var silo = await RunningSilo.Start(folder.Data);
        return (await silo.Beginning.Prepare())!;
    }

    private Task<ProgramRun> Ask(RunningSilo silo, FirstCredentials first, params string[] command) => ProgramRun.Of(
    [
        .. command, "--tenant", "demo", "--data", folder.Data, "--operator-key", first.OperatorKey,
        "--http-listen", silo.Listeners.Http.Authority,
    ]);

    private static string Secret(ProgramRun made) => made.Output.Trim().Split(' ')[^1];

    private static async Task<HttpStatusCode> Opens(RunningSilo silo, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/tenant");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await silo.Http.SendAsync(request);
        return response.StatusCode;
    }
}
