using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Api.Messages.Requests;

/// <summary>What was read of a message, each value right by itself; null or empty where it was not given.</summary>
/// <remarks>Filled twice for an item of a batch: by <c>defaults</c>, then by the item.</remarks>
internal sealed record MessageFields
{
    public AccountId? Account { get; set; }
    public Mailbox? From { get; set; }
    public IReadOnlyList<Recipient> To { get; set; } = [];
    public IReadOnlyList<Recipient> Cc { get; set; } = [];
    public IReadOnlyList<Recipient> Bcc { get; set; } = [];
    public ImmutableArray<Mailbox> ReplyTo { get; set; } = [];
    public string? Subject { get; set; }
    public string? Text { get; set; }
    public string? Html { get; set; }
    public ImmutableArray<MailHeader> Headers { get; set; } = [];
    public MailListUnsubscribe? ListUnsubscribe { get; set; }

    /// <summary>As its header has it.</summary>
    public string? ListId { get; set; }

    /// <summary>Instead of subject, text and HTML.</summary>
    public MailTemplate? Template { get; set; }
    public ImmutableArray<MailAttachment> Attachments { get; set; } = [];
    public ImmutableArray<string> Tags { get; set; } = [];
    public string? Campaign { get; set; }
    public ImmutableDictionary<string, string> Metadata { get; set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Null for at once.</summary>
    public DateTimeOffset? SendAt { get; set; }
    public TimeSpan? ExpiresIn { get; set; }
    public OnUncertain OnUncertain { get; set; }
    public MailStream? Stream { get; set; }
    public bool DryRun { get; set; }

    /// <summary>Of contacts.</summary>
    public string? List { get; set; }
    public Bypasses Bypass { get; set; }

    /// <summary>The fields that were given, a bit each: a wrong value is not told again as a missing one.</summary>
    public uint Seen { get; set; }
}
