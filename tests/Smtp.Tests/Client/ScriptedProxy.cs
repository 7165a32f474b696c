using System.Net;
using System.Net.Sockets;

namespace Actors.Smtp.Tests.Client;

/// <summary>A proxy for one client: reads as many octets as the script says, answers, and after the script hands
/// everything on to the server.</summary>
internal sealed class ScriptedProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public ScriptedProxy(int serverPort, ReplyCut cut, params (int Octets, byte[] Answer)[] script)
    {
        listener.Start();
        serving = Serve(serverPort, cut, script);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What the client said in each step.</summary>
    public List<byte[]> Heard { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
    }

    private async Task Serve(int serverPort, ReplyCut cut, (int Octets, byte[] Answer)[] script)
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            client.NoDelay = true;
            await using var stream = client.GetStream();
            foreach (var (octets, answer) in script)
            {
                var heard = new byte[octets];
                await stream.ReadExactlyAsync(heard, stop.Token);
                Heard.Add(heard);
                var step = cut == ReplyCut.Whole ? Math.Max(1, answer.Length) : 1;
                for (var at = 0; at < answer.Length; at += step)
                    await stream.WriteAsync(answer.AsMemory(at, step), stop.Token);
            }
            if (serverPort == 0)
                return;
            using var server = new TcpClient { NoDelay = true };
            await server.ConnectAsync(IPAddress.Loopback, serverPort, stop.Token);
            await using var there = server.GetStream();
            await Task.WhenAny(stream.CopyToAsync(there, stop.Token), there.CopyToAsync(stream, stop.Token));
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // The client has gone, or the test is over.
        }
    }
}
