using System.Buffers;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Smtp.Server;

namespace Actors.SmtpServerBenchmark;

/// <summary>Takes everything at once and keeps nothing: what is left is the protocol.</summary>
internal sealed class AcceptingReceiver : ISmtpReceiver
{
    private static readonly SmtpAdmission Trusted = new SmtpAdmission.Welcome(IsTrusted: true, Identity: null);
    private static readonly Reply Queued = Reply.Of(250, "2.0.0", "Queued as 0123456789abcdef");
    private long messages;

    public long Messages => Volatile.Read(ref messages);

    public ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation) => new(Trusted);

    public ValueTask<SmtpAuthentication> Authenticate(
        string login, string password, SmtpSession session, CancellationToken cancellation) =>
        new(SmtpAuthentication.WrongCredentials);

    public ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation) => default;

    public ValueTask<Reply?> Recipient(ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation) =>
        default;

    public ValueTask<Reply> Message(
        SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation)
    {
        Interlocked.Increment(ref messages);
        return new(Queued);
    }
}
