using System.Buffers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;
using Actors.Mail.Replies;
using Actors.Mail.Reports.Writing;

namespace Actors.Grains.Notices;

/// <summary>What a submitter is told: pure.</summary>
public static class NoticeRules
{
    /// <summary>RFC 3463 §3.5: the message was not delivered in time.</summary>
    private static readonly EnhancedStatusCode Expired = new(5, 4, 7);

    /// <summary>RFC 3463 §3.1: nothing better is known.</summary>
    private static readonly EnhancedStatusCode Failed = new(5, 0, 0);

    /// <returns>The notice, ready to be submitted. The key makes a repeat the same submission.</returns>
    public static SubmitCommand Report(
        MessageId message, MessageFailure failure, StoredSubmission submission, LifecycleOptions options,
        DateTimeOffset now)
    {
        var id = Mail.Messages.MessageId.Of($"{message.ToString().ToLowerInvariant()}.failure", Host(options));
        var report = new FailureReport
        {
            MessageId = id,
            Date = now,
            ReportingMta = Host(options),
            To = failure.Submitter.Address!, // the null reverse path is told nothing
            Recipient = failure.Recipient,
            OriginalRecipient = failure.RecipientDsn?.Original,
            EnvelopeId = failure.EnvelopeDsn?.Id,
            ArrivalDate = failure.AcceptedAt,
            LastAttemptDate = failure.LastAttemptAt,
            Status = StatusOf(failure),
            Reason = ReasonOf(failure),
            Diagnostic = failure.LastReply,
            RemoteMta = failure.LastHost,
            Original = ((MailSource.Raw)submission.Source).Bytes,
            ReturnsFull = failure.EnvelopeDsn?.Return == DsnReturn.Full,
        };
        var output = new ArrayBufferWriter<byte>();
        FailureReportWriter.Write(report, output);
        return new SubmitCommand
        {
            Account = failure.Account,
            Source = new MailSource.Raw(
                output.WrittenMemory, [EmailAddress.Parse($"mailer-daemon@{Host(options).Ascii}")],
                report.To.RequiresSmtpUtf8),
            Recipients = [Recipient.Of(report.To)],
            ReversePath = ReversePath.Null,
            MessageIdHeader = id.ToString(),
            Subject = "Undelivered Mail Returned to Sender",
            Idempotency = new IdempotencyMark($"notice\u001F{message}", Fingerprint: null),
            IsNotice = true,
        };
    }

    /// <summary>Of class 5 whatever the last reply's was: the report is of a failure (RFC 3464 §2.3.4).</summary>
    private static EnhancedStatusCode StatusOf(MessageFailure failure) =>
        failure.Expired ? Expired
        : failure.LastReply?.Status is { } status ? new EnhancedStatusCode(5, status.Subject, status.Detail)
        : Failed;

    private static string ReasonOf(MessageFailure failure) => failure.Expired
        ? "Its time was over before a server took it"
        : "The message was refused, or every attempt to deliver it failed";

    private static DomainName Host(LifecycleOptions options) => DomainName.Parse(options.HostName);
}
