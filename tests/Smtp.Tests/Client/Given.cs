using System.Net;
using System.Text;
using Actors.Dns.MailExchange;
using Actors.Mail.Addresses;
using Actors.Smtp.Client;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>The usual pieces of a test.</summary>
internal static class Given
{
    public const string Text = "Subject: hello\r\n\r\nworld\r\n";

    public static DomainName HelloName { get; } = DomainName.Parse("client.test");

    public static SmtpEndpoint Endpoint(this FakeServer server, TlsPolicy tls = TlsPolicy.None) =>
        new("localhost", IPAddress.Loopback, HelloName) { Port = server.Port, Tls = tls };

    public static DeliveryRoute Route(this FakeServer server) =>
        new([new MailHost("localhost", 0, [IPAddress.Loopback])], HelloName)
        {
            Port = server.Port,
            Tls = TlsPolicy.None,
        };

    public static OutgoingMessage Message(params string[] recipients) =>
        MessageOf(Encoding.UTF8.GetBytes(Text), recipients);

    public static OutgoingMessage MessageOf(byte[] content, params string[] recipients) =>
        new(ReversePath.Of(EmailAddress.Parse("sender@client.test")),
            [.. (recipients.Length == 0 ? ["rcpt@fake.test"] : recipients)
                .Select(r => ForwardPath.Of(EmailAddress.Parse(r)))],
            [content]);

    /// <param name="time">Null for a clock that stands still: no time-out wins against a slow machine.</param>
    public static async Task<SmtpConnection> Open(
        SmtpEndpoint endpoint,
        TimeProvider? time = null,
        SmtpClientOptions? options = null,
        ITranscript? transcript = null)
    {
        var result = await SmtpConnection.Open(
            endpoint, options ?? new(), time ?? new ManualTime(), transcript, CancellationToken.None).Soon();
        return result.ShouldBeOfType<OpenResult.Opened>(result.ToString()).Connection;
    }

    /// <inheritdoc cref="Open"/>
    public static async Task<OpenResult.Failed> Fail(
        SmtpEndpoint endpoint,
        TimeProvider? time = null,
        SmtpClientOptions? options = null,
        ITranscript? transcript = null) =>
        (await SmtpConnection.Open(
            endpoint, options ?? new(), time ?? new ManualTime(), transcript, CancellationToken.None).Soon())
        .ShouldBeOfType<OpenResult.Failed>();

    public static async Task<SendOutcome> Send(
        this FakeServer server, OutgoingMessage message, TimeProvider? time = null, ITranscript? transcript = null)
    {
        using var connection = await Open(server.Endpoint(), time, transcript: transcript);
        return await connection.Send(message, CancellationToken.None).Soon();
    }

    /// <summary>Whether any recipient may have the message without our knowing.</summary>
    public static bool IsUncertain(this SendOutcome outcome) =>
        outcome.Recipients.Any(r => r.Certainty == Certainty.Uncertain);

    /// <summary>"code status stage" of each recipient.</summary>
    public static string[] Lines(this SendOutcome outcome) =>
        [.. outcome.Recipients.Select(r => $"{r.Reply.Code} {r.Reply.Status} {r.Stage}")];
}
