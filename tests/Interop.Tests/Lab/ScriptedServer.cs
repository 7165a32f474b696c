using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Actors.Interop.Tests.Lab;

/// <summary>A server on port 25 that does what no good server does.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly Socket listener;

    public ScriptedServer(NetworkNamespace network, string address)
    {
        listener = network.OpenSocket();
        listener.Bind(IPEndPoint.Parse(address + ":25"));
        listener.Listen();
    }

    /// <summary>Whether anybody has connected that was not accepted yet.</summary>
    public bool WasCalled => listener.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>The next one who connects.</summary>
    public Task<NetworkStream> Caller() => Patience.For("somebody connects to the scripted server",
        async limit => new NetworkStream(await listener.AcceptAsync(limit), ownsSocket: true), () => "");

    /// <summary>Answers the next caller whatever he says with these texts in turn, and then closes.</summary>
    public async Task Answer(params string[] texts)
    {
        await using var caller = await Caller();
        var buffer = new byte[64 * 1024];
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0 && await caller.ReadAsync(buffer) == 0)
                return;
            await caller.WriteAsync(Encoding.ASCII.GetBytes(texts[i]));
        }
    }

    public void Dispose() => listener.Dispose();
}
