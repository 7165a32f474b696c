using Actors.Mail.Messages.Downgrading;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Other forms of a message for receiving servers that lack SMTPUTF8 or 8BITMIME.</summary>
internal static class ContentFallbacks
{
    public static ContentFallback Of(ReadOnlyMemory<byte> content, ContentLacks lacks)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> form = [content];
        Reply? refusal;
        if (HeaderDowngrade.IsNeeded(content.Span) && !HeaderDowngrade.TryToAscii(content, out form!, out refusal))
            return new ContentFallback.Impossible(refusal);
        return new ContentFallback.Made(form);
    }
}
