using System.Buffers;
using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Messages;

/// <summary>Puts the platform's marks into the header of a message that somebody else composed.</summary>
public static class MarkedMessage
{
    /// <remarks>
    /// Its own Precedence and List-Unsubscribe stay. Its own Feedback-ID goes: a tenant could have its complaints
    /// counted as another's.
    /// Everything else stays byte for byte; trace fields stay on top.
    /// </remarks>
    /// <returns>The message in order, cut anywhere: slices of it and what was added.</returns>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> message, SendingMarks marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        if (!HeaderSection.TryParse(message, out var header, out _))
            return [message];
        if (header.TryFind("Precedence"u8, out _))
            marks = marks with { Precedence = Precedence.None };
        if (header.TryFind("List-Unsubscribe"u8, out _) || header.TryFind("List-Unsubscribe-Post"u8, out _))
            marks = marks with { Unsubscribe = null };
        var added = new ArrayBufferWriter<byte>(128);
        MarkFields.Write(new HeaderWriter(added), marks);
        var pieces = new List<ReadOnlyMemory<byte>>(4);
        var place = AfterTrace(header, message.Length);
        pieces.Add(message[..place]);
        pieces.Add(added.WrittenMemory);
        place = AddWithoutFeedback(message, header, place, pieces);
        pieces.Add(message[place..]);
        return pieces;
    }

    private static int AfterTrace(HeaderSection header, int length)
    {
        var place = 0;
        foreach (var field in header.Fields)
        {
            if (field.Known is not (KnownHeader.Received or KnownHeader.ReturnPath) || field.End + 2 > length)
                break;
            place = field.End + 2;
        }

        return place;
    }

    private static int AddWithoutFeedback(
        ReadOnlyMemory<byte> message, HeaderSection header, int place, List<ReadOnlyMemory<byte>> pieces)
    {
        foreach (var field in header.Fields)
        {
            if (field.NameLength != MarkFields.FeedbackIdName.Length
                || !System.Text.Ascii.EqualsIgnoreCase(header.Name(field), "Feedback-ID"u8))
                continue;
            pieces.Add(message[place..field.Start]);
            place = Math.Min(message.Length, field.End + 2);
        }

        return place;
    }
}
