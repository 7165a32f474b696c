using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Testing;

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
    /// <param name="texts">The first is the greeting; after one with 354 a whole message is waited for. An empty one
    /// is no answer.</param>
    public async Task Answer(params string[] texts)
    {
        await using var caller = await Caller();
        for (var i = 0; i < texts.Length; i++)
        {
            if (i > 0)
                await ReadTo(texts[i - 1].StartsWith("354", StringComparison.Ordinal) ? "\r\n.\r\n" : "\r\n", caller);
            await caller.WriteAsync(Encoding.ASCII.GetBytes(texts[i]));
        }
    }

    public void Dispose() => listener.Dispose();

    private static async Task ReadTo(string end, NetworkStream caller) =>
        await Patience.For("the scripted server is told something", async limit =>
        {
            var told = new StringBuilder();
            var buffer = new byte[64 * 1024];
            while (!told.ToString().EndsWith(end, StringComparison.Ordinal))
            {
                var count = await caller.ReadAsync(buffer, limit);
                if (count == 0)
                    throw new InvalidOperationException($"the caller left after '{told}'");
                told.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
            return true;
        }, () => "");
}
