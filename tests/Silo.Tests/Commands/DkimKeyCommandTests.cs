using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Commands;

public sealed class DkimKeyCommandTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_key_is_made_for_its_owner_only_and_its_record_printed()
    {
        var run = await Run("example.com", "mail2026");
        run.ExitCode.ShouldBe(0, run.Error);
        var file = Path.Combine(folder.Data, "dkim", "example.com.mail2026.pem");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        PrivateKey.TryReadPem(await File.ReadAllTextAsync(file), out var key, out _).ShouldBeTrue();
        run.Output.ShouldContain($"mail2026._domainkey.example.com\n{KeyRecord.TextFor(key.Public)}\n");
        run.Output.ShouldContain(KeyRecord.ZoneLine("mail2026._domainkey.example.com", key.Public));
        run.Output.ShouldContain($"--dkim-keys example.com:mail2026:{file}");
        run.Output.ShouldNotContain("PRIVATE KEY");
        key.Dispose();
    }

    [Fact]
    public async Task a_key_that_is_there_is_not_overwritten()
    {
        await Run("example.com", "mail");
        var file = Path.Combine(folder.Data, "dkim", "example.com.mail.pem");
        var before = await File.ReadAllTextAsync(file);
        (await Run("example.com", "mail")).ExitCode.ShouldBe(1);
        (await File.ReadAllTextAsync(file)).ShouldBe(before);
    }

    [Fact]
    public async Task another_file_can_be_named()
    {
        var file = Path.Combine(folder.Path, "my.pem");
        (await Run("example.com", "mail", "--file", file)).ExitCode.ShouldBe(0);
        File.Exists(file).ShouldBeTrue();
    }

    [Fact]
    public async Task its_help_lists_its_own_options_alone()
    {
        var help = (await ProgramRun.Of("dkim-key", "--help")).Output;
        help.ShouldContain("--file");
        help.ShouldContain("--data");
        help.ShouldNotContain("--http-listen");
    }

    [Theory]
    [InlineData("exa mple", "mail")]
    [InlineData("example.com", "ma il")]
    public async Task what_is_no_name_is_refused(string domain, string selector) =>
        (await Run(domain, selector)).ExitCode.ShouldBe(1);

    private Task<ProgramRun> Run(params string[] arguments) =>
        ProgramRun.Of(["dkim-key", .. arguments, "--data", folder.Data]);
}
