using System.Collections.Immutable;

namespace Actors.Storage.Json;

/// <summary>What a submission's row holds as JSON: all of it but the source. Null is left out.</summary>
internal sealed class SubmissionJson
{
    public string Account { get; set; } = "";

    public string From { get; set; } = "";

    /// <summary>The addresses of From and Sender of a raw source; null for parts, which have their own.</summary>
    public string[]? RawAuthors { get; set; }

    public string Subject { get; set; } = "";

    public string MessageId { get; set; } = "";

    /// <summary>Microseconds since 1970.</summary>
    public long CreatedAt { get; set; }

    public long? SendAt { get; set; }

    public ImmutableArray<string>? Tags { get; set; }

    public string? Campaign { get; set; }

    public ImmutableDictionary<string, string>? Metadata { get; set; }

    public HeaderRecipientJson[]? HeaderRecipients { get; set; }
}

internal sealed class HeaderRecipientJson
{
    public int Kind { get; set; }

    public string? Name { get; set; }

    public string Address { get; set; } = "";
}

/// <summary>The source of a submission that was given in parts.</summary>
internal sealed class PartsJson
{
    public MailboxJson From { get; set; } = new();

    public MailboxJson[]? ReplyTo { get; set; }

    public string Subject { get; set; } = "";

    public string? Text { get; set; }

    public string? Html { get; set; }

    public HeaderJson[]? Headers { get; set; }

    public AttachmentJson[]? Attachments { get; set; }

    public bool Personalized { get; set; }

    public ListUnsubscribeJson? ListUnsubscribe { get; set; }

    public string? ListId { get; set; }

    public TemplateJson? Template { get; set; }

    public string? Language { get; set; }
}

internal sealed class TemplateJson
{
    public string Id { get; set; } = "";

    public int? Version { get; set; }

    /// <summary>JSON, as text.</summary>
    public string? Values { get; set; }
}

internal sealed class ListUnsubscribeJson
{
    public string? Url { get; set; }

    public string? Mailto { get; set; }

    public bool OneClick { get; set; }
}

internal sealed class MailboxJson
{
    public string? Name { get; set; }

    public string Address { get; set; } = "";
}

internal sealed class HeaderJson
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}

internal sealed class AttachmentJson
{
    public string FileName { get; set; } = "";

    public string ContentType { get; set; } = "";

    public string? ContentId { get; set; }

    public ReadOnlyMemory<byte> Content { get; set; }
}
