using System.Diagnostics;
using System.Globalization;
using Actors.Smtp.Server;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

/// <summary>swaks and curl, which others wrote, as clients.</summary>
public sealed class OtherClientsTests
{
    private const string Denied =
        "554 5.7.1 Relay access denied: authenticate with the SMTP login and password of your account";

    private readonly RecordingReceiver receiver = new();

    [RequiresProgramFact("swaks")]
    public async Task swaks_submits_with_plain()
    {
        (await SwaksAsync("--auth PLAIN --auth-user app --auth-password secret")).ShouldContain("250 2.0.0 Queued");
        var (envelope, content) = receiver.Messages.ShouldHaveSingleItem();
        content.ShouldContain("Subject: hello\r\n");
        envelope.Session.Login.ShouldBe("app");
        envelope.Session.HeloName.ShouldBe("client.example");
    }

    [RequiresProgramFact("swaks")]
    public async Task swaks_submits_with_login_and_pipelining()
    {
        await SwaksAsync("--pipeline --auth LOGIN --auth-user app --auth-password secret");
        receiver.Messages.ShouldHaveSingleItem().Envelope.Session.Login.ShouldBe("app");
    }

    [RequiresProgramFact("swaks")]
    public async Task swaks_without_login_reads_what_is_missing()
    {
        (await SwaksAsync("")).ShouldContain(Denied);
        receiver.Messages.ShouldBeEmpty();
    }

    [RequiresProgramFact("swaks")]
    public async Task swaks_with_a_wrong_password_reads_so()
    {
        (await SwaksAsync("--auth PLAIN --auth-user app --auth-password wrong")).ShouldContain("535 5.7.8");
        receiver.Messages.ShouldBeEmpty();
    }

    [RequiresProgramFact("curl")]
    public async Task curl_submits_over_starttls()
    {
        (await CurlAsync(SmtpSecurity.StartTls, "smtp", "--ssl-reqd -u app:secret")).ShouldContain("250 2.0.0 Queued");
        receiver.Messages.ShouldHaveSingleItem().Envelope.Session.Tls.ShouldNotBeNull();
    }

    [RequiresProgramFact("curl")]
    public async Task curl_submits_over_implicit_tls()
    {
        (await CurlAsync(SmtpSecurity.ImplicitTls, "smtps", "-u app:secret")).ShouldContain("250 2.0.0 Queued");
        receiver.Messages.ShouldHaveSingleItem().Envelope.Session.Tls.ShouldNotBeNull();
    }

    [RequiresProgramFact("curl")]
    public async Task curl_without_login_reads_what_is_missing()
    {
        (await CurlAsync(SmtpSecurity.StartTls, "smtp", "--ssl-reqd")).ShouldContain(Denied);
        receiver.Messages.ShouldBeEmpty();
    }

    private async Task<string> SwaksAsync(string options)
    {
        await using var server = await ListeningServer.StartAsync(
            receiver, SmtpSecurity.StartTls, o => o.AuthenticationNeedsTls = false);
        var port = server.Port.ToString(CultureInfo.InvariantCulture);
        return await RunAsync(
            "swaks",
            $"--server 127.0.0.1 --port {port} --helo client.example --from a@example.org --to b@example.net "
                + $"--header \"Subject: hello\" --timeout 900 {options}");
    }

    private async Task<string> CurlAsync(SmtpSecurity security, string scheme, string options)
    {
        await using var server = await ListeningServer.StartAsync(receiver, security);
        var port = server.Port.ToString(CultureInfo.InvariantCulture);
        return await RunAsync(
            "curl",
            $"-q -s -v -k --noproxy * --max-time 900 {scheme}://127.0.0.1:{port}/client.example {options} "
                + "--mail-from a@example.org --mail-rcpt b@example.net -T -",
            "Subject: hello\r\n\r\ntext\r\n");
    }

    /// <summary>What the program printed on both its outputs.</summary>
    private static async Task<string> RunAsync(string program, string arguments, string input = "")
    {
        var start = new ProcessStartInfo(RequiresProgramFactAttribute.Find(program)!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start).ShouldNotBeNull();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was refused, and ended before it had read what it was to send.
        }
        await process.WaitForExitAsync();
        return await output + await errors;
    }
}
