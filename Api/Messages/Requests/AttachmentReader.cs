using System.Collections.Immutable;
using Actors.Api.Json;
using Actors.Grains.Submissions;
using Actors.Mail.Messages;

namespace Actors.Api.Messages.Requests;

/// <summary>Reads attachments and inline parts.</summary>
internal static class AttachmentReader
{
    private const int MediaTypeLengthMax = 400;

    private static readonly FieldTable Table =
        new("filename", "content_type", "content", "disposition", "content_id");

    public static ImmutableArray<MailAttachment> Attachments(ref JsonCursor json)
    {
        if (!json.BeginArray())
            return [];
        var attachments = ImmutableArray.CreateBuilder<MailAttachment>();
        var contentIds = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; json.NextElement(); i++)
        {
            json.Errors.Enter(i);
            if (i == SubmissionLimits.AttachmentsMax)
                json.Errors.Add("too_many", $"There may be {SubmissionLimits.AttachmentsMax} attachments.");
            if (i >= SubmissionLimits.AttachmentsMax)
                json.Skip();
            else if (Attachment(ref json, contentIds) is { } attachment)
                attachments.Add(attachment);
            json.Errors.Leave();
        }

        return attachments.ToImmutable();
    }

    /// <param name="contentIds">Of the attachments before it.</param>
    private static MailAttachment? Attachment(ref JsonCursor json, HashSet<string> contentIds)
    {
        if (!json.BeginObject())
            return null;
        string? fileName = null, contentType = null, contentId = null;
        byte[]? content = null;
        var disposition = -1;
        var seen = 0u;
        while (json.NextField(Table, ref seen) is >= 0 and var field)
        {
            switch (Table.Names[field])
            {
                case "filename": fileName = NameOf(ref json); break;
                case "content_type": contentType = TypeOf(ref json); break;
                case "content": content = Content(ref json); break;
                case "disposition": disposition = TextReader.OneOf(ref json, "attachment", "inline"); break;
                case "content_id": contentId = IdOf(ref json); break;
            }

            json.Errors.Leave();
        }

        Require(ref json, seen, "filename");
        Require(ref json, seen, "content");
        if (disposition == 0 && contentId is not null)
            json.Errors.Add("content_id", "not_allowed", "Only an inline part has a content_id.");
        if (contentId is not null && !contentIds.Add(contentId))
            json.Errors.Add("content_id", "duplicate", "Another attachment has this content_id: the HTML would show "
                + "either of them.");
        if (disposition == 1)
            Require(ref json, seen, "content_id");
        return fileName is null || content is null
            ? null
            : new MailAttachment(fileName, contentType ?? MediaType.OctetStream.Value, contentId, content);
    }

    private static void Require(ref JsonCursor json, uint seen, string name)
    {
        for (var i = 0; i < Table.Names.Count; i++)
        {
            if (Table.Names[i] == name && (seen & (1u << i)) == 0)
                json.Errors.Add(name, "missing", "The field is required.");
        }
    }

    private static string? NameOf(ref JsonCursor json)
    {
        if (TextReader.Line(ref json, SubmissionLimits.FileNameLengthMax) is not { } text)
            return null;
        if (FileName.TryParse(text, out var name) && name.Value.Length == text.Length)
            return name.Value;
        json.Errors.Add("invalid_filename", "A file name has no path, and nothing that turns text around.");
        return null;
    }

    /// <summary>As given, with its parameters.</summary>
    private static string? TypeOf(ref JsonCursor json)
    {
        if (TextReader.Line(ref json, MediaTypeLengthMax) is not { } text)
            return null;
        if (MediaType.TryParse(text, out _))
            return text;
        json.Errors.Add("invalid_content_type", "This is no content type, or one that no attachment can have.");
        return null;
    }

    private static byte[]? Content(ref JsonCursor json)
    {
        if (!json.IsString)
            json.WrongType("a text in base64");
        else if (json.TryBase64(out var content))
            return content;
        else
            json.Errors.Add("invalid_base64", "The content has to be base64 (RFC 4648 §4) with its padding.");
        return null;
    }

    private static string? IdOf(ref JsonCursor json)
    {
        if (TextReader.Line(ref json, MessageLimits.MessageIdOctetsMax) is not { } text)
            return null;
        if (ContentId.TryParse(text, out var id))
            return id.Value;
        json.Errors.Add("invalid_content_id", "A content_id is what follows cid: in the HTML.");
        return null;
    }
}
