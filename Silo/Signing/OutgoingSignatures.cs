using System.Buffers;
using System.Security.Cryptography;
using Actors.Grains.Submissions;
using Actors.Mail.Authentication.Dkim.Signing;
using Actors.Mail.Authentication.Smime;
using Actors.Silo.Delivery;
using Actors.Silo.Domains;

namespace Actors.Silo.Signing;

/// <summary>Signs what goes out, as the last thing before it is sent: S/MIME, then DKIM over it. Nothing may change it
/// afterwards.</summary>
public sealed class OutgoingSignatures(
    SigningKeys keys, SigningIdentities identities, TimeProvider time, ILogger<OutgoingSignatures> log)
{
    /// <summary>What a signature of RSA-2048 takes, in octets.</summary>
    private const int FieldOctets = 1024;

    /// <param name="submission">What it is a copy of.</param>
    /// <param name="content">The message, cut anywhere.</param>
    /// <param name="domain">The tenant's domain in From; null where it is none.</param>
    /// <param name="own">What the sender in From has uploaded. It goes before what the settings have.</param>
    /// <returns>The message with its signatures; the content itself where there is nothing to sign it with. Null where
    /// the sender's own key does not sign: its mail has to wait.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Sign(
        StoredSubmission submission, IReadOnlyList<ReadOnlyMemory<byte>> content, SendingDomain? domain,
        SmimeIdentity? own)
    {
        var author = submission.Source.Author;
        if ((own ?? identities.Find(author)) is { } identity)
        {
            if (ByAuthor(submission, identity, content.Joined()) is { } signed)
                content = [signed];
            else if (own is not null)
                return null;
        }
        var signers = keys.For(author?.Domain, domain?.Signers ?? []);
        if (signers.IsEmpty)
            return content;
        return ByDomains(submission, signers, content.Joined());
    }

    /// <summary>What cannot be signed goes out as it is: the mail counts more than its signature.</summary>
    private ReadOnlyMemory<byte>[] ByDomains(
        StoredSubmission submission, ReadOnlySpan<DkimSigner> signers, ReadOnlyMemory<byte> message)
    {
        var fields = new ArrayBufferWriter<byte>(FieldOctets * signers.Length);
        try
        {
            if (DkimSigning.TrySign(message.Span, signers, time.GetUtcNow(), fields))
                return [fields.WrittenMemory, message];
            log.LogWarning("{Message} goes out without DKIM: it has no header with From", submission.Id);
        }
        catch (CryptographicException fault)
        {
            log.LogError(fault, "{Message} goes out without DKIM", submission.Id);
        }

        return [message];
    }

    /// <summary>A message that cannot be signed goes out as it is, too; also after the end of a certificate, of which
    /// its owner was told.</summary>
    /// <returns>Null where the key is at fault.</returns>
    private ReadOnlyMemory<byte>? ByAuthor(
        StoredSubmission submission, SmimeIdentity identity, ReadOnlyMemory<byte> message)
    {
        var now = time.GetUtcNow();
        var refusal = SmimeRefusal.Expired;
        try
        {
            if (now <= identity.ValidUntil && SmimeSigning.TrySign(message, identity, now, out var signed, out refusal))
                return signed.Value;
            if (refusal != SmimeRefusal.AlreadyProtected)
                log.LogWarning("{Message} goes out without S/MIME: {Reason}", submission.Id, refusal?.Text);
        }
        catch (CryptographicException fault)
        {
            log.LogError(fault, "{Message} cannot be signed with the certificate of its sender", submission.Id);
            return null;
        }

        return message;
    }
}
