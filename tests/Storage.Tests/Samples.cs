using System.Collections.Immutable;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Storage.Tests;

/// <summary>Records as a grain would hand them in.</summary>
internal static class Samples
{
    public static readonly TenantId Demo = TenantId.Parse("demo");
    public static readonly TenantId Other = TenantId.Parse("other");
    public static readonly AccountId Account = AccountId.Parse("acc_default");
    public static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static int made;

    /// <summary>A new id of that moment, different from all others.</summary>
    public static SubmissionId NewId(DateTimeOffset? at = null)
    {
        Span<byte> chance = stackalloc byte[10];
        BitConverter.TryWriteBytes(chance, Interlocked.Increment(ref made));
        return SubmissionId.Create(at ?? Noon, chance);
    }

    public static MessageState Message(string recipient = "anna@example.org", DateTimeOffset? at = null)
    {
        var acceptedAt = at ?? Noon;
        return new MessageState
        {
            Account = Account,
            Recipient = EmailAddress.Parse(recipient),
            ReversePath = ReversePath.Of(EmailAddress.Parse("shop@sender.example")),
            Phase = MessagePhase.Accepted,
            AcceptedAt = acceptedAt,
            Deadline = acceptedAt.AddDays(4),
            DueAt = acceptedAt.AddMinutes(60),
            Pending = [new MessageEvent.Accepted { At = acceptedAt }],
        };
    }

    public static SubmissionRecord Record(TenantId tenant, params MessageState[] messages) =>
        Record(tenant, NewId(), messages.Length == 0 ? [Message()] : [.. messages]);

    public static SubmissionRecord Record(
        TenantId tenant, SubmissionId id, ImmutableArray<MessageState> messages, MailSource? source = null) => new(
        tenant,
        new StoredSubmission
        {
            Id = id,
            Account = Account,
            Source = source ?? Raw("Subject: Hello\r\n\r\nHello Anna\r\n"),
            MessageIdHeader = $"<{id.Value}@sender.example>",
            From = "shop@sender.example",
            Subject = "Hello",
            CreatedAt = Noon,
        },
        messages,
        null);

    public static MailSource.Raw Raw(string text) =>
        new(Encoding.UTF8.GetBytes(text), [EmailAddress.Parse("shop@sender.example")]);

    public static SubmissionRecord WithKey(
        this SubmissionRecord record, string key, string? fingerprint = "f", DateTimeOffset? at = null) => record with
        {
            Idempotency = new IdempotencyRecord(key, fingerprint, at ?? Noon, new SubmissionReceipt(
            record.Submission.Id, record.Submission.MessageIdHeader, at ?? Noon, MessagePhase.Accepted,
            [.. record.Messages.Select(m => m.Recipient)])),
        };

    public static MessageKey Key(this SubmissionRecord record, int recipient = 0) =>
        new(record.Tenant, new MessageId(record.Submission.Id, recipient));

    public static MessageState Delivered(this MessageState state, DateTimeOffset? at = null) => state with
    {
        Phase = MessagePhase.Delivered,
        DueAt = null,
        Attempts = state.Attempts + 1,
        LastReply = Ok,
        Pending = [new MessageEvent.Delivered(state.Attempts + 1, Ok, Trace) { At = at ?? Noon }],
    };

    public static MessageState Deferred(this MessageState state, DateTimeOffset next) => state with
    {
        Phase = MessagePhase.Deferred,
        DueAt = next,
        Attempts = state.Attempts + 1,
        LastReply = Full,
        LastVerdict = MailboxFull,
        Pending = [new MessageEvent.Deferred(state.Attempts + 1, Full, Trace, MailboxFull, next, false) { At = Noon }],
    };

    public static MessageState Held(this MessageState state, HoldReason reason) => state with
    {
        Phase = MessagePhase.Held,
        HoldReason = reason,
        DueAt = state.Deadline,
        Pending = [new MessageEvent.Held(reason, null, null) { At = Noon }],
    };

    public static readonly Reply Ok = Reply.Of(250, "2.0.0", "Ok: queued as 4XYZ");
    public static readonly Reply Full = Reply.Of(452, "4.2.2", "Mailbox full");
    public static readonly Verdict MailboxFull = new("mailbox_full", false, "recipient", "mailbox.full");

    public static readonly AttemptTrace Trace = new(
        "mx.example.org", "192.0.2.1:25", "Tls13 TLS_AES_256_GCM_SHA384", "FinalDot", TimeSpan.FromMilliseconds(120));
}
