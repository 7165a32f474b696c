using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Actors.SmtpServerBenchmark;

/// <summary>What connections cost that have greeted and then say nothing, and how fast a further client is served
/// beside them.</summary>
internal static class IdleRun
{
    public static async Task RunAsync(int port, int connections)
    {
        var sockets = new List<Socket>(connections);
        await ServeAsync(port); // compiled, pools filled
        var before = (Managed: GC.GetTotalMemory(forceFullCollection: true), Resident: Resident());
        for (var i = 0; i < connections; i++)
            sockets.Add(await GreetedAsync(port));
        var managed = (GC.GetTotalMemory(forceFullCollection: true) - before.Managed) / connections;
        var resident = (Resident() - before.Resident) / connections;
        var times = new List<double>();
        for (var i = 0; i < 21; i++)
        {
            var clock = Stopwatch.GetTimestamp();
            await ServeAsync(port);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{connections} idle connections: {managed} B managed and {resident} B resident each (both ends are in "
            + $"this process); beside them a session with EHLO and QUIT takes {times.Order().ElementAt(10):F1} ms"));
        sockets.ForEach(socket => socket.Dispose());
    }

    private static async Task<Socket> GreetedAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        await AnswerAsync(socket, "220");
        return socket;
    }

    private static async Task ServeAsync(int port)
    {
        using var socket = await GreetedAsync(port);
        await socket.SendAsync("EHLO client.example\r\n"u8.ToArray());
        await AnswerAsync(socket, "250");
        await socket.SendAsync("QUIT\r\n"u8.ToArray());
        await AnswerAsync(socket, "221");
    }

    private static async Task AnswerAsync(Socket socket, string code)
    {
        var answer = new byte[1024];
        var length = await socket.ReceiveAsync(answer);
        if (!Encoding.ASCII.GetString(answer, 0, length).StartsWith(code, StringComparison.Ordinal))
            throw new InvalidOperationException($"not {code}: {Encoding.ASCII.GetString(answer, 0, length)}");
    }

    private static long Resident()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
