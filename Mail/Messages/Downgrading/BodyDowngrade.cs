using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Messages.Downgrading;

/// <summary>
/// Turns a message with octets over 127 into 7-bit lines, for a server without 8BITMIME (RFC 6152 §3).
/// </summary>
/// <remarks>
/// Each part that needs it is encoded as quoted-printable or base64, whichever suits it, and says so; header fields
/// become ASCII as <see cref="HeaderDowngrade"/> does it. What is signed by multipart/signed is not touched: the
/// signature would break. Parts in ASCII stay byte for byte. Linear in the message.
/// </remarks>
public static class BodyDowngrade
{
    private const MailDefects Unread = MailDefects.Truncated | MailDefects.TooDeep | MailDefects.TooManyParts;

    public static bool IsNeeded(ReadOnlySpan<byte> message) => !Ascii.IsValid(message);

    /// <param name="message">Header and body; must stay unchanged as long as the result is used.</param>
    /// <param name="plain">The message in order, cut anywhere, without octets over 127.</param>
    /// <param name="refusal">5.6.3 for what must not or cannot be encoded, 5.6.7 and 5.6.9 for the header.</param>
    public static bool TryToSevenBit(
        ReadOnlyMemory<byte> message,
        [NotNullWhen(true)] out IReadOnlyList<ReadOnlyMemory<byte>>? plain,
        [NotNullWhen(false)] out Reply? refusal)
    {
        plain = null;
        refusal = null;
        if (!IsNeeded(message.Span))
        {
            plain = [message];
            return true;
        }

        var mail = ParsedMail.Parse(message);
        var rewriter = new PartRewriter(message, encodes: true);
        refusal = (mail.Defects & Unread) != 0 ? DowngradeRefusals.TooDeep : rewriter.Rewrite(mail.Root);
        if (refusal is not null)
            return false;
        plain = [rewriter.Written];
        return true;
    }
}
