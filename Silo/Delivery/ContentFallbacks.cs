using Actors.Mail.Messages.Downgrading;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Other forms of a message for receiving servers that lack SMTPUTF8 or 8BITMIME.</summary>
internal static class ContentFallbacks
{
    /// <param name="pieces">Not signed yet: what is changed after signing does not verify.</param>
    /// <param name="sign">Signs the other form.</param>
    public static ContentFallback Of(
        IReadOnlyList<ReadOnlyMemory<byte>> pieces, ContentLacks lacks,
        Func<IReadOnlyList<ReadOnlyMemory<byte>>, IReadOnlyList<ReadOnlyMemory<byte>>> sign)
    {
        var content = pieces.Joined();
        Reply? refusal;
        var isMade = lacks.HasFlag(ContentLacks.EightBitMime)
            ? BodyDowngrade.TryToSevenBit(content, out var form, out refusal) // the header, too
            : HeaderDowngrade.TryToAscii(content, out form, out refusal);
        return isMade ? new ContentFallback.Made(sign(form!)) : new ContentFallback.Impossible(refusal!);
    }
}
