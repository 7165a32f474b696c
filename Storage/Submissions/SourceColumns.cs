using System.Collections.Immutable;
using System.Text.Json;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Storage.Json;

namespace Actors.Storage.Submissions;

/// <summary>Takes a source apart into bytes, and puts it together again.</summary>
internal static class SourceColumns
{
    public const int RawKind = 0;
    public const int PartsKind = 1;
    public const int InternationalRawKind = 2;

    public static int KindOf(MailSource source) => source switch
    {
        MailSource.Raw raw => raw.NeedsSmtpUtf8 ? InternationalRawKind : RawKind,
        _ => PartsKind,
    };

    public static PartsJson JsonOf(MailParts parts) => new()
    {
        From = JsonOf(parts.From),
        ReplyTo = NullIfEmpty(parts.ReplyTo, JsonOf),
        Subject = parts.Subject,
        Text = parts.Text,
        Html = parts.Html,
        Headers = NullIfEmpty(parts.Headers, h => new HeaderJson { Name = h.Name, Value = h.Value }),
        Attachments = NullIfEmpty(parts.Attachments, a => new AttachmentJson
        {
            FileName = a.FileName,
            ContentType = a.ContentType,
            ContentId = a.ContentId,
            Content = a.Content,
        }),
        Personalized = parts.Personalized,
        ListUnsubscribe = parts.ListUnsubscribe is { } list
            ? new ListUnsubscribeJson { Url = list.Url, Mailto = list.Mailto, OneClick = list.OneClick }
            : null,
        ListId = parts.ListId,
        Template = parts.Template is { } template
            ? new TemplateJson { Id = template.Id, Version = template.Version, Values = template.Values }
            : null,
        Language = parts.Language,
    };

    public static MailSource Read(int kind, ReadOnlyMemory<byte> bytes, string[]? authors) => kind switch
    {
        RawKind or InternationalRawKind => new MailSource.Raw(
            bytes, ArrayOf(authors, EmailAddress.Parse), kind == InternationalRawKind),
        PartsKind => new MailSource.Parts(PartsOf(
            JsonSerializer.Deserialize(bytes.Span, StorageJson.Default.PartsJson)
            ?? throw new JsonException("A stored source is null."))),
        _ => throw new FormatException($"Unknown kind of source: {kind}."),
    };

    private static MailParts PartsOf(PartsJson json) => new(
        MailboxOf(json.From),
        ArrayOf(json.ReplyTo, MailboxOf),
        json.Subject,
        json.Text,
        json.Html,
        ArrayOf(json.Headers, h => new MailHeader(h.Name, h.Value)),
        ArrayOf(json.Attachments, a => new MailAttachment(a.FileName, a.ContentType, a.ContentId, a.Content)),
        json.Personalized,
        json.ListUnsubscribe is { } list ? new MailListUnsubscribe(list.Url, list.Mailto, list.OneClick) : null,
        json.ListId,
        json.Template is { } template ? new MailTemplate(template.Id, template.Version, template.Values) : null,
        json.Language);

    private static MailboxJson JsonOf(Mailbox mailbox) =>
        new() { Name = mailbox.DisplayName, Address = mailbox.Address.ToString() };

    private static Mailbox MailboxOf(MailboxJson json) =>
        Mailbox.TryCreate(json.Name, EmailAddress.Parse(json.Address), out var mailbox)
            ? mailbox
            : throw new FormatException("A stored mailbox has no valid name.");

    private static TTo[]? NullIfEmpty<TFrom, TTo>(ImmutableArray<TFrom> from, Func<TFrom, TTo> map) =>
        from.IsDefaultOrEmpty ? null : [.. from.Select(map)];

    private static ImmutableArray<TTo> ArrayOf<TFrom, TTo>(TFrom[]? from, Func<TFrom, TTo> map) =>
        from is null ? [] : [.. from.Select(map)];
}
