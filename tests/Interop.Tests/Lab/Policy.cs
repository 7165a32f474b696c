using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Actors.Interop.Tests.Lab;

/// <summary>What one of the Postfix servers asks about each recipient (SMTP access policy delegation): recipients
/// called "later" are put off until a test admits them, those called "gone" do not exist.</summary>
internal sealed class Policy : IDisposable
{
    public const string PortText = "10023";

    private readonly Socket listener;
    private readonly ConcurrentDictionary<string, bool> admitted = new();

    public Policy(NetworkNamespace network)
    {
        listener = network.OpenSocket();
        listener.Bind(IPEndPoint.Parse($"{Addresses.MxPolicy}:{PortText}"));
        listener.Listen();
        _ = Accept();
    }

    public void Admit(string recipient) => admitted[recipient] = true;

    public void Dispose() => listener.Dispose();

    private string Decide(string recipient) =>
        recipient.StartsWith("gone", StringComparison.Ordinal) ? "550 5.1.1 Nobody of that name lives here"
        : recipient.StartsWith("later", StringComparison.Ordinal) && !admitted.ContainsKey(recipient)
            ? "451 4.7.1 Greylisted, come back later"
            : "DUNNO";

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Answer(await listener.AcceptAsync());
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException) // the lab closes
        {
        }
    }

    private async Task Answer(Socket client)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        using var questions = new StreamReader(stream);
        await using var answers = new StreamWriter(stream) { AutoFlush = true };
        var recipient = "";
        while (await questions.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("recipient=", StringComparison.Ordinal))
                recipient = line["recipient=".Length..];
            if (line.Length == 0)
                await answers.WriteAsync($"action={Decide(recipient)}\n\n");
        }
    }
}
