using Actors.Mail.Addresses;

namespace Actors.Mail.Messages;

/// <summary>Everything a composed message is made of. The same draft always makes the same bytes.</summary>
public sealed record MessageDraft
{
    public required Mailbox From { get; init; }

    /// <summary>Who sent it on behalf of <see cref="From"/>. Null when that is the same.</summary>
    public Mailbox? Sender { get; init; }

    public IReadOnlyList<Mailbox> To { get; init; } = [];

    public IReadOnlyList<Mailbox> Cc { get; init; } = [];

    /// <summary>Empty: answers go to <see cref="From"/>.</summary>
    public IReadOnlyList<Mailbox> ReplyTo { get; init; } = [];

    public HeaderValue Subject { get; init; } = HeaderValue.Empty;

    /// <summary>Line ends of any kind become CRLF, also a missing last one. Null for none.</summary>
    public string? Text { get; init; }

    /// <summary>As <see cref="Text"/>.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Null for none.</summary>
    public ListUnsubscribe? ListUnsubscribe { get; init; }

    /// <summary>Null for none.</summary>
    public ListId? ListId { get; init; }

    public AutoSubmission AutoSubmission { get; init; }

    public SendingMarks Marks { get; init; } = SendingMarks.None;

    public IReadOnlyList<ExtraHeader> ExtraHeaders { get; init; } = [];

    public required DateTimeOffset Date { get; init; }

    public required MessageId MessageId { get; init; }

    /// <summary>Any text, stored with the message and not to be guessed by those who write its content.</summary>
    public required string BoundarySeed { get; init; }

    /// <summary>An address in the headers needs RFC 6532, so the next server must offer SMTPUTF8.</summary>
    public bool RequiresSmtpUtf8 =>
        From.Address.RequiresSmtpUtf8 || Sender is { Address.RequiresSmtpUtf8: true }
        || To.Any(NeedsIt) || Cc.Any(NeedsIt) || ReplyTo.Any(NeedsIt);

    private static bool NeedsIt(Mailbox mailbox) => mailbox.Address.RequiresSmtpUtf8;
}
