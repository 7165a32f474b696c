using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>An independent receiver as the other side, with and without what it can offer.</summary>
public sealed class SmtpSinkTests
{
    [RequiresProgramFact("smtp-sink")]
    public async Task messages_arrive_whatever_smtp_sink_offers()
    {
        foreach (var switches in new string[][] { [], ["-p"], ["-8"], ["-e"], ["-N"] })
        {
            var folder = Directory.CreateTempSubdirectory("sink");
            var dump = Path.Combine(folder.FullName, "dump");
            var port = FreePort();
            using var sink = Start([.. switches, "-D", dump], port);
            try
            {
                Allow(folder);
                await Listens(sink, port);
                await SendTwo(port);
                var arrived = await File.ReadAllTextAsync(dump);
                arrived.Split("\n.first\n..second\nend\n").Length.ShouldBe(3, string.Join(' ', switches));
            }
            finally
            {
                sink.Kill();
                await sink.WaitForExitAsync();
                folder.Delete(recursive: true);
            }
        }
    }

    [RequiresProgramFact("smtp-sink")]
    public async Task what_smtp_sink_refuses_is_told_with_its_stage()
    {
        foreach (var (switches, told) in new[]
        {
            (new[] { "-f", "RCPT", "-B", "550 5.1.1 No such user" }, "550 5.1.1 RcptTo"),
            (["-r", "DATA", "-b", "452 4.3.1 Full"], "452 4.3.1 Data"),
            (["-r", ".", "-b", "451 4.7.1 Later"], "451 4.7.1 FinalDot"),
            (["-Q", "MAIL"], "421 4.0.0 MailFrom"),
            (["-q", "RCPT"], "451 4.4.2 RcptTo"),
        })
        {
            var port = FreePort();
            using var sink = Start(switches, port);
            try
            {
                await Listens(sink, port);
                using var connection = await Given.Open(Endpoint(port));
                var outcome = await connection.Send(Given.Message(), CancellationToken.None);
                outcome.Lines().ShouldBe([told]);
            }
            finally
            {
                sink.Kill();
                await sink.WaitForExitAsync();
            }
        }
    }

    private static Process Start(string[] switches, int port)
    {
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : []; // it insists on dropping root
        return Process.Start(
            RequiresProgramFactAttribute.Find("smtp-sink")!, [.. user, .. switches, $"127.0.0.1:{port}", "100"]);
    }

    private static void Allow(DirectoryInfo folder)
    {
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    }

    private static async Task SendTwo(int port)
    {
        using var connection = await Given.Open(Endpoint(port));
        var message = Given.MessageOf(Encoding.UTF8.GetBytes("Subject: hello\r\n\r\n.first\r\n..second\r\nend\r\n"));
        for (var i = 0; i < 2; i++)
            (await connection.Send(message, CancellationToken.None)).Recipients[0].Reply.Code.ShouldBe(250);
        await connection.Quit();
    }

    private static SmtpEndpoint Endpoint(int port) =>
        new("localhost", IPAddress.Loopback, Given.HelloName) { Port = port, Tls = TlsPolicy.None };

    /// <summary>smtp-sink does not say when it is ready; a refused connection on loopback comes back at once.</summary>
    private static async Task Listens(Process sink, int port)
    {
        while (!sink.HasExited)
        {
            try
            {
                using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
        throw new InvalidOperationException($"smtp-sink ended with {sink.ExitCode} before it listened.");
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
