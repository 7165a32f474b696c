// CPU time of a message of 2 kB to one recipient over plain TCP on loopback, 20 sessions, client and sink together.
// "raw" sends prepared octets from blocking sockets: what the system calls and the sink cost without any client.
// Usage: dotnet run -c Release --project benchmarks/smtp-client [messages, default 50000]
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Benchmarks.SmtpClient;
using Actors.Dns;
using Actors.Dns.MailExchange;
using Actors.Mail.Addresses;
using Actors.Smtp.Client;

const int sessions = 20;
var messages = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 72) + "\r\n", 28)));
using var sink = new Sink();

foreach (var round in new[] { "warm-up", "measured" })
{
    var count = round == "warm-up" ? messages / 10 : messages;
    await Measure($"{round}: reuse, 100 messages a connection", count, () => Client(100, count));
    await Measure($"{round}: a connection a message", count / 5, () => Client(1, count / 5));
    await Measure($"{round}: raw, one connection a session", count, () => Task.Run(() => Raw(count)));
}

async Task Client(int perConnection, int count)
{
    var options = new SmtpClientOptions { MessagesPerConnectionMax = perConnection };
    await using var pool = new ConnectionPool(options, TimeProvider.System);
    var guard = new AddressGuard([IPNetwork.Parse("127.0.0.0/8")]);
    var delivery = new SmtpDelivery(options, pool, guard, TimeProvider.System);
    var route = new DeliveryRoute([new MailHost("localhost", 0, [IPAddress.Loopback])], DomainName.Parse("bench.test"))
    {
        Port = sink.Port,
        Tls = TlsPolicy.None,
    };
    var from = ReversePath.Of(EmailAddress.Parse("sender@bench.test"));
    var to = ForwardPath.Of(EmailAddress.Parse("recipient@sink.test"));
    await Task.WhenAll(Enumerable.Range(0, sessions).Select(_ => Task.Run(async () =>
    {
        for (var i = 0; i < count / sessions; i++)
        {
            var outcome = await delivery.Send(route, new(from, [to], [content]), CancellationToken.None);
            if (outcome.Recipients[0].Reply.Code != 250)
                throw new InvalidOperationException(outcome.Recipients[0].ToString());
        }
    })));
}

void Raw(int count)
{
    byte[] data = [.. content, .. ".\r\n"u8];
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
