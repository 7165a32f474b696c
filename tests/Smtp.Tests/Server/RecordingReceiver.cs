using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Smtp.Server;

namespace Actors.Smtp.Tests.Server;

/// <summary>Takes everything and keeps it. One login: "app" with "secret". Tests replace what they are about.</summary>
internal sealed class RecordingReceiver : ISmtpReceiver
{
    public ConcurrentQueue<(SmtpEnvelope Envelope, string Content)> Messages { get; } = [];

    public ConcurrentQueue<string> Logins { get; } = [];

    public Func<SmtpPeer, ValueTask<SmtpAdmission>> OnConnected { get; set; } = _ => new(SmtpAdmission.Stranger);

    public Func<string, string, ValueTask<SmtpAuthentication>> OnAuthenticate { get; set; } = (login, password) =>
        new(login == "app" && password == "secret"
            ? new SmtpAuthentication.Accepted("account 1")
            : SmtpAuthentication.WrongCredentials);

    public Func<ReversePath, ValueTask<Reply?>> OnSender { get; set; } = _ => new((Reply?)null);

    public Func<ForwardPath, ValueTask<Reply?>> OnRecipient { get; set; } = _ => new((Reply?)null);

    public Func<string, CancellationToken, ValueTask<Reply>> OnMessage { get; set; } =
        (_, _) => new(Reply.Of(250, "2.0.0", "Queued"));

    public ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation) => OnConnected(peer);

    public ValueTask<SmtpAuthentication> Authenticate(
        string login, string password, SmtpSession session, CancellationToken cancellation)
    {
        Logins.Enqueue(login);
        return OnAuthenticate(login, password);
    }

    public ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation) => OnSender(envelope.Sender);

    public ValueTask<Reply?> Recipient(ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation) =>
        OnRecipient(recipient);

    public async ValueTask<Reply> Message(
        SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation)
    {
        var text = Encoding.Latin1.GetString(content);
        var reply = await OnMessage(text, cancellation);
        if (reply.IsPositive)
            Messages.Enqueue((envelope, text));
        return reply;
    }
}
