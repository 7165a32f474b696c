using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Actors.Smtp.Server;
using Actors.Smtp.Tests.Transcripts;
using Actors.Testing;

namespace Actors.Smtp.Tests.Server;

public sealed class SocketTests
{
    private readonly RecordingReceiver receiver = new();

    [Fact]
    public async Task a_client_submits_over_starttls()
    {
        await using var server = await ListeningServer.StartAsync(receiver, SmtpSecurity.StartTls);
        using var socket = await ConnectAsync(server);
        var clear = new StreamReader(socket.GetStream());
        var writer = new StreamWriter(socket.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        (await clear.ReadLineAsync()).ShouldBe("220 mx.example.org ESMTP");
        await writer.WriteLineAsync("EHLO client.example");
        await UntilLastLine(clear);
        await writer.WriteLineAsync("STARTTLS");
        (await clear.ReadLineAsync()).ShouldBe("220 2.0.0 Ready to start TLS");
        await using var tls = await SecureAsync(socket);

        await SubmitAsync(tls, greeted: true);

        var (envelope, content) = receiver.Messages.ShouldHaveSingleItem();
        content.ShouldBe("Subject: x\r\n\r\ntext\r\n");
        envelope.Session.Login.ShouldBe("app");
        envelope.Session.Peer.Remote.Address.ShouldBe(IPAddress.Loopback);
        envelope.Session.Peer.Local.Port.ShouldBe(server.Port);
    }

    [Fact]
    public async Task a_client_submits_over_implicit_tls()
    {
        await using var server = await ListeningServer.StartAsync(receiver, SmtpSecurity.ImplicitTls);
        using var socket = await ConnectAsync(server);
        await using var tls = await SecureAsync(socket);

        await SubmitAsync(tls, greeted: false);

        receiver.Messages.ShouldHaveSingleItem().Envelope.Session.Tls.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_client_that_is_cut_off_while_it_sends_still_reads_why()
    {
        receiver.OnConnected = _ => new(new SmtpAdmission.Welcome(IsTrusted: true, Identity: null));
        await using var server = await ListeningServer.StartAsync(receiver, SmtpSecurity.StartTls);
        using var socket = await ConnectAsync(server);
        var stream = socket.GetStream();
        await stream.WriteAsync("EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.net>\r\nDATA\r\nbare\n"u8.ToArray());
        await stream.WriteAsync(new byte[1024 * 1024]);
        socket.Client.Shutdown(SocketShutdown.Send);
        (await new StreamReader(stream).ReadToEndAsync()).ShouldEndWith(
            "550 5.6.11 Bare CR or LF in the message; every line has to end with CRLF\r\n");
        receiver.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_reset_in_the_middle_of_data_leaves_nothing()
    {
        receiver.OnConnected = _ => new(new SmtpAdmission.Welcome(IsTrusted: true, Identity: null));
        await using var server = await ListeningServer.StartAsync(receiver, SmtpSecurity.StartTls);
        using (var socket = await ConnectAsync(server))
        {
            await socket.GetStream().WriteAsync(
                "EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.net>\r\nDATA\r\n"u8.ToArray());
            var reader = new StreamReader(socket.GetStream());
            while (await reader.ReadLineAsync() is { } line && !line.StartsWith("354", StringComparison.Ordinal))
            {
            }
            socket.Client.LingerState = new LingerOption(enable: true, seconds: 0);   // close sends RST
        }
        await server.Server.DrainAsync(CancellationToken.None).Soon();
        receiver.Messages.ShouldBeEmpty();
    }

    private static async Task<TcpClient> ConnectAsync(ListeningServer server)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        return socket;
    }

    private static async Task<SslStream> SecureAsync(TcpClient socket)
    {
        var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = TestCertificate.HostName,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => TestCertificate.IsIt(certificate),
        });
        return tls;
    }

    private static async Task SubmitAsync(Stream stream, bool greeted)
    {
        var pipe = new StreamPipe(
            PipeReader.Create(stream, new(leaveOpen: true)), PipeWriter.Create(stream, new(leaveOpen: true)));
        var client = new ReplayClient(pipe, Delivery.ByLine);
        await client.PlayAsync((greeted ? "" : "S: 220 *\n") + """
            C: HELO client.example
            S: 250 *
            C: AUTH PLAIN AGFwcABzZWNyZXQ=
            S: 235 *
            C: MAIL FROM:<a@example.org>
            C: RCPT TO:<b@example.net>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            C: Subject: x
            C:
            C: text
            C: .
            S: 250 2.0.0 Queued
            C: QUIT
            S: 221 *
            """);
        (await client.EndAsync()).ShouldBe("");
    }

    private static async Task UntilLastLine(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line && line[3] == '-')
        {
        }
    }

    private sealed record StreamPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
