using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Smtp.Server;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Fuzzing.Targets;

/// <summary>What clients say to our server, as one stream that ends.</summary>
internal sealed class ServerTarget : FuzzTarget
{
    private static readonly SmtpPeer Peer = new(new(IPAddress.Loopback, 40_000), new(IPAddress.Loopback, 25));

    private readonly SmtpServer server = new(
        new SmtpServerOptions
        {
            HostName = "mx.example.org",
            Security = SmtpSecurity.None,
            AuthenticationNeedsTls = false,
            OffersDsn = true,
        },
        new Receiver(), TimeProvider.System, NullLogger<SmtpServer>.Instance);

    public override string Name => "smtp-server";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Lines("""
            EHLO client.example
            MAIL FROM:<a@example.org> SIZE=100 BODY=8BITMIME RET=HDRS ENVID=a+20b
            RCPT TO:<b@example.net> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;b@example.net
            DATA
            Subject: x

            ..text
            .
            QUIT

            """),
        Lines("""
            EHLO c
            AUTH PLAIN AGFwcABzZWNyZXQ=
            AUTH LOGIN
            YXBw
            c2VjcmV0
            MAIL FROM:<"a>\"b"@example.org> SMTPUTF8
            RCPT TO:<ü@example.net>
            RSET
            VRFY x
            NOOP
            HELP
            BDAT 5 LAST
            """),
    ];

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "\r\n", ".\r\n", "\r\n.\r\n", "\n.\n", "DATA\r\n", "MAIL FROM:<>\r\n", "RCPT TO:<a@example.org>\r\n",
        "EHLO a\r\n",
        "*\r\n", "RSET\r\n", "AUTH PLAIN\r\n", "AUTH LOGIN\r\n", "STARTTLS\r\n", "QUIT\r\n", "\0", "=", " ",
        "BDAT 9\r\n");

    public override void Run(byte[] input)
    {
        var toServer = new Pipe(new(readerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0));
        var toClient = new Pipe(new(writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: 0));
        var session = server.ServeAsync(new End(toServer.Reader, toClient.Writer), Peer, () => { });
        toServer.Writer.WriteAsync(input).AsTask().GetAwaiter().GetResult();
        toServer.Writer.Complete();
        session.GetAwaiter().GetResult();
        Require(server.Connections == 0, "nothing is left of a session");
        toClient.Reader.TryRead(out var said);
        Require(said.Buffer.FirstSpan.StartsWith("220 "u8), "a session begins with a greeting");
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Receiver : ISmtpReceiver
    {
        public ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation) =>
            new(new SmtpAdmission.Welcome(IsTrusted: true, Identity: "network"));

        public ValueTask<SmtpAuthentication> Authenticate(
            string login, string password, SmtpSession session, CancellationToken cancellation) =>
            new(SmtpAuthentication.WrongCredentials);

        public ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation) => default;

        public ValueTask<Reply?> Recipient(
            ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation) => default;

        public ValueTask<Reply> Message(
            SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation)
        {
            Require(content.IsEmpty || content.ToArray().AsSpan().IndexOf((byte)0) < 0, "content holds no NUL");
            return new(Reply.Of(250, "2.0.0", "Queued"));
        }
    }
}
