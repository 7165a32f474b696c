using System.Net.Sockets;
using System.Text;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>Large envelopes (RFC 2920 §3.1): never more at once than the network takes unread.</summary>
public sealed class PipeliningTests
{
    /// <summary>Octets of commands that may wait for their replies, with the last command that began within.</summary>
    private const int WindowMax = 16 * 1024 + 512;

    [Fact]
    public async Task a_hundred_recipients_are_named_in_one_round_trip()
    {
        await using var server = new FakeServer();
        using var connection = await Given.Open(server.Endpoint());
        server.Reads.Clear();
        await connection.Send(Given.Message(Recipients(100)), CancellationToken.None);
        server.Reads.Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_thousand_long_recipients_go_out_in_windows_and_each_gets_its_own_reply()
    {
        await using var server = new FakeServer
        {
            Answer = line => line.StartsWith("RCPT TO:<0", StringComparison.Ordinal) ? "550 5.1.1 No such user" : null,
        };
        using var connection = await Given.Open(server.Endpoint());
        server.Reads.Clear();
        var recipients = Recipients(SmtpClientOptions.RecipientsMax, padding: 200);
        var outcome = await connection.Send(Given.Message(recipients), CancellationToken.None);

        outcome.Lines().ShouldBe(recipients.Select(r => r[0] == '0' ? "550 5.1.1 RcptTo" : "250 2.0.0 FinalDot"));
        server.Commands.Where(c => c.StartsWith("RCPT", StringComparison.Ordinal))
            .ShouldBe(recipients.Select(r => $"RCPT TO:<{r}>"));
        server.Reads.Max().ShouldBeLessThanOrEqualTo(WindowMax);
        server.Contents.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("MAIL", 1)]
    [InlineData("RCPT", 1)]
    [InlineData("DATA", 1)]
    public async Task a_refusal_within_a_large_envelope_is_the_end_of_it_and_the_next_message_is_sent(
        string at, int messages)
    {
        var refuse = true;
        await using var server = new FakeServer
        {
            Answer = line => refuse && line.StartsWith(at, StringComparison.Ordinal) ? "550 5.7.1 No"
                : refuse && at != "DATA" && line == "DATA" ? "503 5.5.1 No recipients" : null,
        };
        using var connection = await Given.Open(server.Endpoint());
        var recipients = Recipients(SmtpClientOptions.RecipientsMax);
        var outcome = await connection.Send(Given.Message(recipients), CancellationToken.None);
        outcome.Recipients.Select(r => r.Reply.ToString()).Distinct().ShouldBe(["550 5.7.1 No"]);
        if (at == "MAIL")
            server.Commands.Count(c => c.StartsWith("RCPT", StringComparison.Ordinal)).ShouldBeLessThan(1000);
        refuse = false;
        (await connection.Send(Given.Message(), CancellationToken.None)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
        server.Contents.Count.ShouldBe(messages);
    }

    [Fact]
    public async Task a_server_that_reads_on_only_when_its_replies_are_read_is_waited_for_by_neither()
    {
        await using var server = new UnbufferedServer();
        var endpoint = new SmtpEndpoint("localhost", System.Net.IPAddress.Loopback, Given.HelloName)
        {
            Port = server.Port,
            Tls = TlsPolicy.None,
        };
        using var connection = await Given.Open(endpoint);
        var recipients = Recipients(SmtpClientOptions.RecipientsMax, padding: 200);
        var outcome = await connection.Send(Given.Message(recipients), CancellationToken.None).Soon();
        outcome.Lines().Distinct().ShouldBe(["250 2.0.0 FinalDot"]);
    }

    private static string[] Recipients(int count, int padding = 0)
    {
        var domain = string.Concat(Enumerable.Repeat("sixteen-letters.", padding / 16)) + "fake.test";
        return [.. Enumerable.Range(0, count).Select(i => $"{i % 10}user{i:D4}@{domain}")];
    }

    /// <summary>Answers each command before it reads the next, at length, over a connection that holds next to nothing:
    /// both sides soon wait for each other when the client does not read.</summary>
    private sealed class UnbufferedServer : IAsyncDisposable
    {
        private const int BufferOctets = 4096;
        private const int SmallSegment = 536;
        private static readonly string Long = string.Concat(Enumerable.Repeat($"250-{new string('x', 500)}\r\n", 20));

        private readonly TcpListener listener = new(System.Net.IPAddress.Loopback, 0);
        private readonly Task serving;

        public UnbufferedServer()
        {
            listener.Server.ReceiveBufferSize = listener.Server.SendBufferSize = BufferOctets;
            const int tcpLevel = 6, maximumSegment = 2;
            listener.Server.SetRawSocketOption(tcpLevel, maximumSegment, BitConverter.GetBytes(SmallSegment));
            listener.Start();
            serving = Serve();
        }

        public int Port => ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            try
            {
                await serving;
            }
            catch (IOException)
            {
                // The client has gone.
            }
        }

        private async Task Serve()
        {
            using var socket = await listener.AcceptSocketAsync();
            await using var stream = new NetworkStream(socket);
            using var reader = new StreamReader(stream, Encoding.ASCII, false, bufferSize: 512);
            await stream.WriteAsync("220 fake.test\r\n"u8.ToArray());
            var isContent = false;
            while (await reader.ReadLineAsync() is { } line)
            {
                if (isContent && line != ".")
                    continue;
                isContent = line == "DATA";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(line.Split(' ')[0] switch
                {
                    "EHLO" => "250-fake.test\r\n250 PIPELINING\r\n",
                    "DATA" => "354 Go ahead\r\n",
                    "RCPT" => Long + "250 2.1.5 Ok\r\n",
                    _ => "250 2.0.0 Ok\r\n",
                }));
            }
        }
    }
}
