using System.Collections.Immutable;
using Actors.Grains.Allowances;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;

namespace Actors.Grains.Submissions;

/// <summary>What a submission becomes, or why it is refused: pure.</summary>
public static class SubmissionRules
{
    /// <summary>How far behind a client's clock may be before its time to send lies in the past.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);

    /// <summary>What all attempts of a schedule may take in the sandbox, as they are no faster there: on a busy
    /// machine, too, the last one comes before the deadline.</summary>
    public static readonly TimeSpan SandboxSlack = TimeSpan.FromMinutes(5);

    /// <summary>The answer to a command that names no account, from a tenant that does not have exactly one.</summary>
    public static Refusal NoAccount { get; } = new(
        RefusalCode.UnknownAccount, "Name an smtp_account: the tenant does not have exactly one.",
        [new FieldError("/smtp_account", "missing", "The field is required.")]);

    /// <param name="command">Its account is named.</param>
    /// <param name="now">Of the decision.</param>
    /// <param name="policy">Null when there is no such account.</param>
    /// <returns>Null when there is nothing against it.</returns>
    public static Refusal? Check(SubmitCommand command, AccountPolicy? policy, DateTimeOffset now)
    {
        if (policy is null)
            return Refusal.Of(RefusalCode.UnknownAccount, $"There is no SMTP account {command.Account}.");
        if (!policy.Approved)
            return Refusal.Of(
                RefusalCode.AccountNotApproved,
                $"The SMTP account {command.Account} waits for the operator's approval.");
        if (policy.OnlyUser is { } only && command.User is { } user && user != only)
            return Refusal.Of(RefusalCode.UnknownAccount, $"There is no SMTP account {command.Account}.");
        if (!policy.IsOpen)
            return Refusal.Of(
                RefusalCode.AccountNotApproved,
                $"The server of the SMTP account {command.Account} has not passed a check yet.");
        return CheckTimes(command, now) ?? CheckAuthors(command, policy) ?? CheckStream(command, policy);
    }

    /// <summary>Whom the tenant has to be allowed to send as, each once: who stands in From and Sender, then who stands
    /// in MAIL FROM (RFC 5321 §7.1).</summary>
    public static ImmutableArray<EmailAddress> ToProve(SubmitCommand command, AccountPolicy policy)
    {
        if (command.IsNotice || (command.FromTrustedNetwork && policy.AnySender))
            return [];
        var authors = Senders(command.Source);
        if (policy.Addressing?.From is not null)
            authors = [.. authors, .. command.Recipients.Select(
                recipient => AddressingRules.Author(command, recipient, policy.Addressing)?.Address)
                .OfType<EmailAddress>()];
        if (command.ReversePath?.Address is { } path)
            authors = authors.Add(path);
        return authors.Length == 1 ? authors : [.. authors.DistinctBy(author => author.Key)];
    }

    /// <summary>Everything that is stored for a submission nothing speaks against.</summary>
    public static SubmissionRecord Accept(
        SubmitCommand command, AccountPolicy policy, TenantId tenant, SubmissionId id,
        LifecycleOptions options, DateTimeOffset now)
    {
        var from = Senders(command.Source)[0];
        var submission = new StoredSubmission
        {
            Id = id,
            Account = command.Account!.Value,
            Source = command.Source,
            HeaderRecipients = InHeader(command),
            MessageIdHeader = command.MessageIdHeader ?? $"<{id.Value.ToLowerInvariant()}@{from.Domain.Ascii}>",
            From = from.ToString(),
            Subject = command.Subject,
            CreatedAt = now,
            SendAt = command.SendAt,
            Tags = command.Tags,
            Campaign = command.Campaign,
            Metadata = command.Metadata,
        };
        var messages = ImmutableArray.CreateBuilder<MessageState>(command.Recipients.Length);
        foreach (var recipient in command.Recipients)
            messages.Add(Born(command, policy, recipient, options, now));
        var receipt = Receipt(submission, command);
        return new SubmissionRecord(tenant, submission, messages.MoveToImmutable(), Remembered(command, receipt, now));
    }

    public static SubmissionReceipt Receipt(StoredSubmission submission, SubmitCommand command) => new(
        submission.Id, submission.MessageIdHeader, submission.CreatedAt,
        submission.SendAt is null ? MessagePhase.Accepted : MessagePhase.Scheduled,
        [.. command.Recipients.Select(recipient => recipient.Address)]);

    private static TimeSpan Lifetime(TimeSpan? asked, LifecycleOptions options, int scale) =>
        asked / scale ?? options.ExpiresIn / scale + (scale > 1 ? SandboxSlack : TimeSpan.Zero);

    private static MessageState Born(
        SubmitCommand command, AccountPolicy policy, Recipient recipient, LifecycleOptions options,
        DateTimeOffset now)
    {
        var author = AddressingRules.Author(command, recipient, policy.Addressing);
        var scale = recipient.Address.Domain.Ascii == options.SandboxDomain ? options.SandboxTimeScale : 1;
        var deadline = (command.SendAt ?? now) + Lifetime(command.ExpiresIn, options, scale);
        var dead = now + options.PresumedDeadAfter;
        var state = new MessageState
        {
            Account = command.Account!.Value,
            Stream = command.Stream ?? policy.Stream,
            Recipient = recipient.Address,
            ReversePath = PathOf(command, author, policy.Addressing),
            Author = author,
            ByOwnServer = policy.Addressing is { ByOwnServer: true },
            Bypass = command.Bypass,
            List = command.List,
            Source = policy.Source,
            OnUncertain = command.OnUncertain,
            NoticeOnFailure = policy.NoticeOnFailure && command.ReversePath is { IsNull: false }
                && WantsFailure(recipient.Dsn?.Notify ?? DsnNotify.Unspecified),
            AcceptedAt = now,
            Deadline = deadline,
            DueAt = dead < deadline ? dead : deadline,
            TimeScale = scale,
            Tags = command.Tags,
            Campaign = command.Campaign,
            Variables = recipient.Variables,
            Details = recipient.Details,
            EnvelopeDsn = command.Dsn,
            RecipientDsn = recipient.Dsn,
        };
        state = state with { Charged = ChargeRules.IsCharged(state, command.IsNotice, options.SandboxDomain) };
        return MessageFold.Apply(state, command.SendAt is { } sendAt
            ? [new MessageEvent.Scheduled(sendAt) { At = now }]
            : [new MessageEvent.Accepted { At = now }]);
    }

    /// <summary>Bounces of an own account go to its own address; an answer of a program has nowhere for them to
    /// go.</summary>
    private static ReversePath PathOf(SubmitCommand command, Mailbox? author, AccountAddressing? addressing) =>
        command.ReversePath is { IsNull: true } none ? none
        : addressing?.MailFrom is { } own ? ReversePath.Of(own)
        : command.ReversePath ?? ReversePath.Of(author?.Address ?? Senders(command.Source)[0]);

    /// <summary>Who says nothing is told of failure (RFC 3461 §4.1).</summary>
    private static bool WantsFailure(DsnNotify notify) =>
        notify == DsnNotify.Unspecified || notify.HasFlag(DsnNotify.Failure);

    private static Refusal? CheckTimes(SubmitCommand command, DateTimeOffset now)
    {
        if (command.SendAt < now - ClockSkew)
            return Invalid("/send_at", "in_the_past", "The time to send lies in the past.");
        if (command.SendAt > now + SubmissionLimits.SendAheadMax)
            return Invalid("/send_at", "too_far_ahead", "A message can be scheduled up to 30 days ahead.");
        if (command.ExpiresIn < SubmissionLimits.ExpiresInMin || command.ExpiresIn > SubmissionLimits.ExpiresInMax)
            return Invalid("/expires_in", "out_of_range", "A message may be tried for one minute to 14 days.");
        return null;
    }

    private static Refusal? CheckStream(SubmitCommand command, AccountPolicy policy) =>
        (command.Stream ?? policy.Stream) switch
        {
            MailStream.Marketing when command.Bypass is not (Bypasses.None or Bypasses.Confirmation) => Invalid(
                "/bypass", "marketing_stream", "Marketing is sent to nobody in spite of the blacklist."),
            MailStream.Transactional when command.List is not null => Invalid(
                "/list", "transactional_stream", "A list is for marketing; a transactional message has none."),
            _ => null,
        };

    private static Refusal? CheckAuthors(SubmitCommand command, AccountPolicy policy) =>
        Senders(command.Source).Length switch
        {
            0 => Invalid("/from", "missing", "The message has no author in From."),
            > SenderLimits.AuthorsMax =>
                Invalid("/from", "too_many", $"A message has at most {SenderLimits.AuthorsMax} authors."),
            _ when policy.Addressing?.From is not null && ToProve(command, policy).Length > SenderLimits.ProofsMax =>
                Invalid("/from", "too_many",
                    $"The account takes From of the recipients' details; of more than {SenderLimits.ProofsMax} "
                    + "different addresses in one send it does not: send to fewer recipients at once."),
            _ => null,
        };

    private static Refusal Invalid(string pointer, string code, string detail) =>
        new(RefusalCode.InvalidField, detail, [new FieldError(pointer, code, detail)]);

    private static ImmutableArray<EmailAddress> Senders(MailSource source) => source switch
    {
        MailSource.Raw raw => raw.Authors,
        MailSource.Parts parts => [parts.Mail.From.Address],
        _ => throw new InvalidOperationException($"unknown source {source.GetType().Name}"),
    };

    private static ImmutableArray<HeaderRecipient> InHeader(SubmitCommand command)
    {
        if (command.Source is MailSource.Raw)
            return [];
        return [.. command.Recipients.Where(recipient => recipient.Kind != RecipientKind.Bcc)
            .Select(recipient => new HeaderRecipient(recipient.Kind, recipient.Name, recipient.Address))];
    }

    private static IdempotencyRecord? Remembered(
        SubmitCommand command, SubmissionReceipt receipt, DateTimeOffset now) =>
        command.Idempotency is { } mark ? new IdempotencyRecord(mark.Key, mark.Fingerprint, now, receipt) : null;
}
