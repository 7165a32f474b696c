using Actors.Mail.Messages.Downgrading;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Other forms of a message for receiving servers that lack SMTPUTF8 or 8BITMIME.</summary>
internal static class ContentFallbacks
{
    public static ContentFallback Of(ReadOnlyMemory<byte> content, ContentLacks lacks)
    {
        Reply? refusal;
        var isMade = lacks.HasFlag(ContentLacks.EightBitMime)
            ? BodyDowngrade.TryToSevenBit(content, out var form, out refusal) // the header, too
            : HeaderDowngrade.TryToAscii(content, out form, out refusal);
        return isMade ? new ContentFallback.Made(form!) : new ContentFallback.Impossible(refusal!);
    }
}
