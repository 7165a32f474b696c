using Actors.Smtp.Server;
using Actors.Smtp.Tests.Transcripts;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

/// <summary>Connections over the limit on a port with implicit TLS: told why, as long as that is cheap.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Told = "C: <tls>\nS: 421 4.7.0 Too many connections, try again later\nS: <end>";

    private readonly ServerBench bench = new();

    public RefusalTests() =>
        (bench.Options.Security, bench.Options.ConnectionsMax) = (SmtpSecurity.ImplicitTls, 1);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task the_client_reads_why_inside_tls()
    {
        await Fill();
        foreach (var delivery in Enum.GetValues<Delivery>())
        {
            await bench.Connect(delivery).PlayAsync(Told);
            await bench.Session.Soon();
        }
        bench.Server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task only_so_many_handshakes_a_second_are_spent_on_it()
    {
        await Fill();
        for (var i = 0; i < Refusals.PerSecondMax; i++)
        {
            await bench.Connect().PlayAsync(Told);
            await bench.Session.Soon();
        }
        await IsClosedAtOnce();
        bench.Time.Advance(SmtpServer.TickPeriod);
        await bench.Connect().PlayAsync(Told);
    }

    [Fact]
    public async Task only_so_many_clients_are_waited_for_at_once_and_none_for_long()
    {
        await Fill();
        var silent = new List<Task>();
        for (var i = 0; i < Refusals.AtOnceMax; i++)
        {
            bench.Connect();
            silent.Add(bench.Session);
        }
        bench.Time.Advance(SmtpServer.TickPeriod);
        await IsClosedAtOnce();
        silent.ShouldAllBe(session => !session.IsCompleted);
        bench.Time.Advance(Refusals.Timeout - SmtpServer.TickPeriod);
        await Task.WhenAll(silent).Soon();
        await bench.Connect().PlayAsync(Told);
    }

    [Fact]
    public async Task a_client_that_speaks_no_tls_is_just_closed()
    {
        await Fill();
        var client = bench.Connect();
        await client.SendAsync("EHLO client.example\r\nMAIL FROM:<a@example.org>\r\n"u8.ToArray());
        (await client.EndAsync()).ShouldNotContain("421");
        await bench.Session.Soon();
    }

    private async Task Fill() => await bench.Connect().PlayAsync("C: <tls>\nS: 220 *");

    private async Task IsClosedAtOnce()
    {
        bench.Connect();
        await bench.Session.Soon();
    }
}
