using Actors.Smtp.Server;
using Actors.Smtp.Tests.Transcripts;

namespace Actors.Smtp.Tests.Server;

public sealed class ConnectionEndTests
{
    /// <summary>The timer that looks at all connections may come a moment after one has closed.</summary>
    [Fact]
    public async Task waking_a_closed_connection_is_harmless()
    {
        using var bench = new ServerBench();
        bench.Options.Security = SmtpSecurity.ImplicitTls;
        var pair = new PipePair();
        var connection = new SmtpConnection(bench.Server, pair.Server, new(new(0, 0), new(0, 0)), pair.Reset);
        var session = connection.RunAsync();
        var client = new ReplayClient(pair.Client, Delivery.Whole);
        await client.PlayAsync("C: <tls>\nS: 220 *\nC: QUIT\nS: 221 *");
        await session;
        connection.Wake();
        await connection.DisposeAsync();

        Should.NotThrow(connection.Wake);
        Should.NotThrow(connection.Abort);
    }
}
