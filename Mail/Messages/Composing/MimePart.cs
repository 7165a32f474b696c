using System.Collections.Immutable;

namespace Actors.Mail.Messages.Composing;

/// <summary>The tree that a message's body is.</summary>
internal abstract record MimePart
{
    private MimePart()
    {
    }

    /// <param name="Subtype">"plain" or "html".</param>
    internal sealed record TextPart(string Subtype, CanonicalText Text) : MimePart;

    internal sealed record FilePart(Attachment Attachment) : MimePart;

    /// <summary>What programs read: a status report, or what is returned of a mail.</summary>
    /// <param name="Type">Type and subtype.</param>
    /// <param name="Content">CRLF lines.</param>
    internal sealed record ReportPart(string Type, ReadOnlyMemory<byte> Content) : MimePart;

    /// <param name="Subtype">"alternative", "related", "mixed" or "report".</param>
    /// <param name="ReportType">Of a "report" (RFC 6522 §3), else null.</param>
    internal sealed record Multipart(string Subtype, ImmutableArray<MimePart> Parts, string? ReportType = null)
        : MimePart;

    /// <summary>mixed(related(alternative(text, html), inline…), attachment…), as far as the draft needs it.</summary>
    /// <remarks>
    /// The related part stands inside the alternative, so that it is HTML and its pictures that the text is the
    /// alternative to. A draft without any content is an empty text.
    /// </remarks>
    internal static MimePart Of(MessageDraft draft)
    {
        var shown = draft.Html is null ? [] : draft.Attachments.Where(IsShown).Select(File).ToImmutableArray();
        MimePart? body = draft.Html is null ? null : new TextPart("html", CanonicalText.From(draft.Html));
        if (body is not null && shown.Length > 0)
            body = new Multipart("related", [body, .. shown]);
        if (draft.Text is not null)
        {
            var text = new TextPart("plain", CanonicalText.From(draft.Text));
            body = body is null ? text : new Multipart("alternative", [text, body]);
        }

        if (shown.Length < draft.Attachments.Count)
        {
            var files = draft.Attachments.Where(a => draft.Html is null || !IsShown(a)).Select(File);
            body = new Multipart("mixed", body is null ? [.. files] : [body, .. files]);
        }

        return body ?? new TextPart("plain", CanonicalText.From(""));
    }

    private static MimePart File(Attachment attachment) => new FilePart(attachment);

    private static bool IsShown(Attachment attachment) =>
        attachment is { Disposition: Disposition.Inline, ContentId: not null };
}
