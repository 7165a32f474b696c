using System.Buffers;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Smtp.Server;

/// <summary>Decides about clients, senders and recipients, and takes responsibility for messages.</summary>
/// <remarks>One instance serves all sessions at once. Within a session the calls come one after another. A call that
/// throws is answered with 451 4.3.0 and logged; the session goes on. The tokens are cancelled only when the server
/// stops without waiting any longer, never because the client hung up: whether a commit happened must not depend on
/// that.</remarks>
public interface ISmtpReceiver
{
    /// <summary>A client connected; called before the greeting, and for implicit TLS after the handshake.</summary>
    ValueTask<SmtpAdmission> Connected(SmtpPeer peer, CancellationToken cancellation);

    /// <summary>A client gave its credentials with PLAIN or LOGIN.</summary>
    /// <param name="login">Not empty, without control characters, at most 1,024 characters.</param>
    /// <param name="password">Not empty, at most 1,024 characters.</param>
    ValueTask<SmtpAuthentication> Authenticate(
        string login, string password, SmtpSession session, CancellationToken cancellation);

    /// <summary>MAIL: may this sender be used?</summary>
    /// <returns>Null or a positive reply to accept, anything else refuses.</returns>
    ValueTask<Reply?> Sender(SmtpEnvelope envelope, CancellationToken cancellation);

    /// <summary>RCPT: may this recipient be added to <paramref name="envelope"/>?</summary>
    /// <returns>Null or a positive reply to accept, anything else refuses.</returns>
    ValueTask<Reply?> Recipient(ForwardPath recipient, SmtpEnvelope envelope, CancellationToken cancellation);

    /// <summary>The whole message arrived. A positive reply means that it is safe: stored and synced.</summary>
    /// <param name="content">The message as the client wrote it, lines ended with CRLF, dots unstuffed. Valid until the
    /// returned task completes: what is needed longer is copied.</param>
    ValueTask<Reply> Message(SmtpEnvelope envelope, ReadOnlySequence<byte> content, CancellationToken cancellation);
}
