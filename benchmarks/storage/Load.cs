using System.Diagnostics;
using System.Security.Cryptography;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Storage;

namespace Actors.Benchmarks.Storage;

/// <summary>Producers in a closed loop: commit a submission of one recipient, begin its message, store its
/// outcome.</summary>
internal sealed class Load(Store store, int bytes)
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");
    private static readonly AccountId Account = AccountId.Parse("acc_default");
    private static readonly EmailAddress Author = EmailAddress.Parse("shop@sender.example");
    private static readonly Reply Accepted = Reply.Of(250, "2.0.0", "Ok: queued as 4XYZ123ABC");
    private static readonly Reply MailboxFull = Reply.Of(452, "4.2.2", "Mailbox full");
    private static readonly Verdict Verdict = new("mailbox_full", false, "recipient", "mailbox.full");
    private static readonly AttemptTrace Trace = new(
        "mx.example.org", "192.0.2.1:25", "Tls13 TLS_AES_256_GCM_SHA384", "FinalDot", TimeSpan.FromMilliseconds(12));

    private readonly byte[] source = RandomNumberGenerator.GetBytes(bytes);
    private int left;

    public async Task<Measures> Run(int messages, int producers)
    {
        left = messages;
        var measures = new Measures(messages, store);
        await Task.WhenAll(
            Enumerable.Range(0, producers).Select(_ => Task.Run(() => Produce(measures, deferred: false))));
        return measures.Stop();
    }

    /// <summary>Leaves that many messages deferred for an hour.</summary>
    public async Task Defer(int messages)
    {
        left = messages;
        var measures = new Measures(messages, store);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Produce(measures, deferred: true))));
    }

    private async Task Produce(Measures measures, bool deferred)
    {
        var state = new GrainState<MessageState>();
        while (Interlocked.Decrement(ref left) is var number and >= 0)
        {
            var now = TimeProvider.System.GetUtcNow();
            var started = Stopwatch.GetTimestamp();
            var record = Record(now, number);
            await store.Submissions.Commit(record);
            measures.Accepted(number, started);
            var message = new MessageKey(Tenant, new MessageId(record.Submission.Id, 0));
            var key = GrainId.Create("message", message.ToString());
            await store.Rows.ReadStateAsync("message", key, state);
            state.State = deferred ? Deferred(state.State!, now) : Delivered(state.State!, now);
            started = Stopwatch.GetTimestamp();
            await store.Rows.WriteStateAsync("message", key, state);
            measures.Ended(number, started);
        }
    }

    private SubmissionRecord Record(DateTimeOffset now, int number)
    {
        var id = SubmissionId.Create(now, RandomNumberGenerator.GetBytes(10));
        var submission = new StoredSubmission
        {
            Id = id,
            Account = Account,
            Source = new MailSource.Raw(source, [Author]),
            MessageIdHeader = $"<{id.Value}@sender.example>",
            From = "shop@sender.example",
            Subject = "Your order is on its way",
            CreatedAt = now,
        };
        var state = new MessageState
        {
            Account = Account,
            Recipient = EmailAddress.Parse($"customer{number % 9973 * 7919 % 9973}@example.org"),
            ReversePath = ReversePath.Of(Author),
            Phase = MessagePhase.Accepted,
            AcceptedAt = now,
            Deadline = now.AddDays(4),
            DueAt = now.AddMinutes(60),
            Pending = [new MessageEvent.Accepted { At = now }],
        };
        return new SubmissionRecord(Tenant, submission, [state], null);
    }

    private static MessageState Delivered(MessageState state, DateTimeOffset now) => state with
    {
        Phase = MessagePhase.Delivered,
        DueAt = null,
        Attempts = 1,
        LastReply = Accepted,
        Pending = [new MessageEvent.Delivered(1, Accepted, Trace) { At = now }],
    };

    private static MessageState Deferred(MessageState state, DateTimeOffset now) => state with
    {
        Phase = MessagePhase.Deferred,
        DueAt = now.AddHours(1),
        Attempts = 1,
        LastReply = MailboxFull,
        LastVerdict = Verdict,
        Pending = [new MessageEvent.Deferred(1, MailboxFull, Trace, Verdict, now.AddHours(1), false) { At = now }],
    };
}
