using System.Buffers;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Signing;
using Actors.Silo.Delivery;

namespace Actors.Silo.Signing;

/// <summary>Signs what goes out, as the last thing before it is sent: nothing may change it afterwards.</summary>
public sealed class OutgoingSignatures(SigningKeys keys, TimeProvider time)
{
    /// <summary>What a signature of RSA-2048 takes, in octets.</summary>
    private const int FieldOctets = 1024;

    /// <param name="content">The message, cut anywhere.</param>
    /// <returns>The message with its signatures in front; the content itself where there is no key for it.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>> Sign(
        StoredSubmission submission, IReadOnlyList<ReadOnlyMemory<byte>> content)
    {
        var signers = keys.For(Author(submission)?.Domain);
        if (signers.IsEmpty)
            return content;
        var message = content.Joined();
        var fields = new ArrayBufferWriter<byte>(FieldOctets * signers.Length);
        return DkimSigning.TrySign(message.Span, signers, time.GetUtcNow(), fields)
            ? [fields.WrittenMemory, message]
            : [message];
    }

    private static EmailAddress? Author(StoredSubmission submission) => submission.Source switch
    {
        MailSource.Parts { Mail: var mail } => mail.From.Address,
        MailSource.Raw { Authors: [var first, ..] } => first,
        _ => null,
    };
}
