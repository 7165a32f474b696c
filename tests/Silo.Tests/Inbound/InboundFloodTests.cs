using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Grains.Ports;
using Actors.Silo.Inbound;
using Actors.Silo.Tests.Harness;
using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Silo.Tests.Inbound;

/// <summary>A short form of 100,000 bounces in a minute: what bounds them is the same.</summary>
public sealed class InboundFloodTests : IDisposable
{
    private const string Ada = "ada@example.com";
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task no_more_are_read_at_once_than_there_are_places_and_none_is_lost()
    {
        const int Connections = 2 * InboundReceiver.AtOnceMax;
        const int Each = 5;
        var (inside, most, all) = (0, 0, 0);
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var silo = await Start(Connections, async () =>
        {
            Interlocked.Increment(ref all);
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            if (now == InboundReceiver.AtOnceMax)
                full.TrySetResult();
            await open.Task;
            Interlocked.Decrement(ref inside);
        });
        await silo.Beginning.Prepare();
        var path = Paths.Of(silo, Paths.Erased(1), Ada);
        var senders = Enumerable.Range(0, Connections).Select(_ => Flood(silo.Inbound!, path, Each)).ToArray();
        await full.Task.WaitAsync(Patience.Max);
        open.SetResult();
        await Task.WhenAll(senders);

        most.ShouldBe(InboundReceiver.AtOnceMax);
        all.ShouldBe(Connections * Each);
    }

    [Fact]
    public async Task too_many_connections_of_one_address_are_turned_away()
    {
        await using var silo = await Start(2, () => Task.CompletedTask);
        using var first = new TcpClient();
        using var second = new TcpClient();
        using var third = new TcpClient();
        (await Greeting(first, silo.Inbound!)).ShouldStartWith("220 ");
        (await Greeting(second, silo.Inbound!)).ShouldStartWith("220 ");
        (await Greeting(third, silo.Inbound!)).ShouldStartWith("421 4.7.0");
    }

    private Task<RunningSilo> Start(int connections, Func<Task> gate) => RunningSilo.Start(
        folder.Data,
        settings => settings with
        {
            Inbound = new() { Listen = "127.0.0.1:0", ConnectionsPerAddressMax = connections },
        },
        services => services.Replace(ServiceDescriptor.Singleton<IContactReader>(new GatedContacts(gate))));

    private static async Task<string> Greeting(TcpClient client, IPEndPoint server)
    {
        await client.ConnectAsync(server);
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, false, 256, leaveOpen: true);
        return (await reader.ReadLineAsync())!;
    }

    private static async Task Flood(IPEndPoint server, string path, int count)
    {
        var one = $"""
            C: MAIL FROM:<>
            S: 250 *
            C: RCPT TO:<{path}>
            S: 250 *
            C: DATA
            S: 354 *
            {SmtpTalk.Said(Mails.Bounce("bob@example.net", "failed", "5.1.1"))}
            C: .
            S: 250 2.0.0 Ok

            """;
        await SmtpTalk.Play(
            server, "S: 220 *\nC: HELO mx.example.net\nS: 250 *\n" + string.Concat(Enumerable.Repeat(one, count)));
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = most; now > seen; seen = most)
            Interlocked.CompareExchange(ref most, now, seen);
    }
}
