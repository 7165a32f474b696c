// CPU time of a message of 2 kB to one recipient over plain TCP on loopback, 20 sessions, client and sink together.
// "raw" sends prepared octets from blocking sockets: what the system calls and the sink cost without any client.
// Usage: dotnet run -c Release --project benchmarks/smtp-client [messages, default 50000]
//        dotnet run -c Release --project benchmarks/smtp-client beside [messages, default 10000] [rounds, default 5]
//        (needs Postfix' smtp-source and smtp-sink)
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Actors.Benchmarks.SmtpClient;

const int sessions = 20;
// As in the server: dialogues go on where their socket's answer arrives.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
if (args is ["beside", ..])
{
    await BesideRun.Run(Number(1, 10_000), Number(2, 5));
    return;
}
var messages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
using var sink = new Sink();

foreach (var round in new[] { "warm-up", "measured" })
{
    var count = round == "warm-up" ? messages / 10 : messages;
    await Measure(
        $"{round}: reuse, 100 messages a connection", count, () => Load.Send(sink.Port, sessions, 100, count));
    await Measure($"{round}: a connection a message", count / 5, () => Load.Send(sink.Port, sessions, 1, count / 5));
    await Measure($"{round}: raw, one connection a session", count, () => Task.Run(() => Raw(count)));
}

void Raw(int count)
{
    byte[] data = [.. Load.Content, .. ".\r\n"u8];
    var threads = Enumerable.Range(0, sessions).Select(_ => new Thread(() =>
    {
        var reply = new byte[4096];
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.NoDelay = true;
        socket.Connect(IPAddress.Loopback, sink.Port);
        socket.Receive(reply);
        for (var i = 0; i < count / sessions; i++)
        {
            socket.Send("MAIL FROM:<sender@bench.test> SIZE=2072\r\nRCPT TO:<recipient@sink.test>\r\nDATA\r\n"u8);
            socket.Receive(reply);
            socket.Send(data);
            socket.Receive(reply);
        }
    })).ToList();
    threads.ForEach(t => t.Start());
    threads.ForEach(t => t.Join());
}

int Number(int at, int standard) =>
    args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : standard;

static async Task Measure(string name, int count, Func<Task> run)
{
    using var process = Process.GetCurrentProcess();
    GC.Collect();
    var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
    var allocated = GC.GetTotalAllocatedBytes(true);
    await run();
    process.Refresh();
    var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-50} {(process.TotalProcessorTime - cpu).TotalMicroseconds / count,7:F1} us CPU/message "
        + $"{(GC.GetTotalAllocatedBytes(true) - allocated) / count,6} B/message {count / seconds,8:F0} messages/s"));
}
