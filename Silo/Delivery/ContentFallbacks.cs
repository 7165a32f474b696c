using Actors.Mail.Messages.Downgrading;
using Actors.Mail.Replies;
using Actors.Smtp.Client;

namespace Actors.Silo.Delivery;

/// <summary>Other forms of a message for receiving servers that lack SMTPUTF8 or 8BITMIME.</summary>
internal static class ContentFallbacks
{
    /// <param name="pieces">The message in order, cut anywhere.</param>
    public static ContentFallback Of(IReadOnlyList<ReadOnlyMemory<byte>> pieces, ContentLacks lacks)
    {
        var content = Joined(pieces);
        Reply? refusal;
        var isMade = lacks.HasFlag(ContentLacks.EightBitMime)
            ? BodyDowngrade.TryToSevenBit(content, out var form, out refusal) // the header, too
            : HeaderDowngrade.TryToAscii(content, out form, out refusal);
        return isMade ? new ContentFallback.Made(form!) : new ContentFallback.Impossible(refusal!);
    }

    private static ReadOnlyMemory<byte> Joined(IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        if (pieces is [var whole])
            return whole;
        var joined = new byte[pieces.Sum(piece => piece.Length)];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(joined.AsMemory(at));
            at += piece.Length;
        }

        return joined;
    }
}
