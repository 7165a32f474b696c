using System.Buffers;
using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Messages;

/// <summary>
/// Turns a draft into the bytes of RFC 5322 and MIME: CRLF everywhere, no line over 998 octets, 7-bit body.
/// </summary>
/// <remarks>Only addresses with a non-ASCII local part put other than ASCII into the header (RFC 6532).</remarks>
public static class MessageComposer
{
    public static void Write(MessageDraft draft, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(output);
        var header = new HeaderWriter(output);
        WriteHeader(draft, header);
        new MimeWriter(output, header, draft.BoundarySeed).Write(MimePart.Of(draft));
    }

    private static void WriteHeader(MessageDraft draft, HeaderWriter header)
    {
        header.Line("Date", MailDate.Format(draft.Date));
        header.Line("Message-ID", draft.MessageId.ToString());
        HeaderFields.Mailboxes(header, "From", draft.From);
        if (draft.Sender is not null)
            HeaderFields.Mailboxes(header, "Sender", draft.Sender);
        if (draft.ReplyTo.Count > 0)
            HeaderFields.Mailboxes(header, "Reply-To", draft.ReplyTo);
        if (draft.To.Count > 0)
            HeaderFields.Mailboxes(header, "To", draft.To);
        if (draft.Cc.Count > 0)
            HeaderFields.Mailboxes(header, "Cc", draft.Cc);
        if (draft.To.Count + draft.Cc.Count == 0)
            header.Line("To", "undisclosed-recipients:;");
        HeaderFields.Text(header, "Subject", draft.Subject.Value);
        foreach (var extra in draft.ExtraHeaders)
            HeaderFields.Extra(header, extra);
        WriteList(draft, header);
        MarkFields.Write(header, draft.Marks with { Unsubscribe = null }); // it is written already
        if (draft.AutoSubmission != AutoSubmission.None)
            header.Line(
                "Auto-Submitted",
                draft.AutoSubmission == AutoSubmission.Generated ? "auto-generated" : "auto-replied");
        header.Line("MIME-Version", "1.0");
    }

    private static void WriteList(MessageDraft draft, HeaderWriter header)
    {
        if (draft.ListId is { } id)
            HeaderFields.ListId(header, id);
        if ((draft.ListUnsubscribe ?? draft.Marks.Unsubscribe) is { } list)
            HeaderFields.Unsubscribe(header, list);
    }
}
