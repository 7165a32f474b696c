using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using Actors.Smtp.Server;

namespace Actors.SmtpServerBenchmark;

/// <summary>Connection, EHLO, MAIL, RCPT, DATA, 2 kB, QUIT over pipes in memory: one connection a message, one
/// thread.</summary>
internal static class MemoryRun
{
    private const int WarmUp = 20_000;
    private const int Messages = 100_000;

    private static readonly SmtpPeer Peer = new(new(IPAddress.Loopback, 40_000), new(IPAddress.Loopback, 25));
    private static readonly PipeOptions Inline = new(
        readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);

    /// <summary>What an ordinary client sends, packet by packet: it waits for each answer.</summary>
    private static readonly byte[][] Packets =
    [
        .. new[]
        {
            "EHLO client.example\r\n", "MAIL FROM:<a@example.org> SIZE=2048\r\n",
            "RCPT TO:<b@example.net>\r\n", "DATA\r\n",
            string.Concat(Enumerable.Repeat(new string('x', 78) + "\r\n", 26)) + ".\r\n", "QUIT\r\n",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    public static async Task RunAsync(SmtpServer server, AcceptingReceiver receiver)
    {
        await SendAsync(server, WarmUp);
        var before = (Cpu: Cpu(), Bytes: GC.GetTotalAllocatedBytes(), receiver.Messages, Watch: Stopwatch.StartNew());
        await SendAsync(server, Messages);
        var messages = receiver.Messages - before.Messages;
        Console.WriteLine(
            $"memory: {messages} messages, {(Cpu() - before.Cpu).TotalMicroseconds / messages:F1} us CPU, "
            + $"{before.Watch.Elapsed.TotalMicroseconds / messages:F1} us and "
            + $"{(GC.GetTotalAllocatedBytes() - before.Bytes) / messages} bytes allocated a message, both sides");
    }

    private static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;

    private static async Task SendAsync(SmtpServer server, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (toServer, toClient) = (new Pipe(Inline), new Pipe(Inline));
            var session = server.ServeAsync(new End(toServer.Reader, toClient.Writer), Peer, static () => { });
            await SkimAsync(toClient.Reader);
            foreach (var packet in Packets)
            {
                await toServer.Writer.WriteAsync(packet);
                await SkimAsync(toClient.Reader);
            }
            await session;
        }
    }

    private static async ValueTask SkimAsync(PipeReader replies) =>
        replies.AdvanceTo((await replies.ReadAsync()).Buffer.End);

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
