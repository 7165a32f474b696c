using System.Buffers;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;
using Actors.Mail.Reports.Writing;

namespace Actors.Silo.Sandbox;

/// <summary>What the sandbox writes back.</summary>
internal static class SandboxReportWords
{
    private static readonly Reply Gone = Reply.Of(550, "5.1.1", "The recipient does not exist any more");

    /// <returns>Where it goes.</returns>
    internal static EmailAddress Bounce(SandboxReport report, LifecycleOptions options, IBufferWriter<byte> output)
    {
        FailureReportWriter.Write(
            new FailureReport
            {
                MessageId = Id(report, options),
                Date = report.ArrivedAt,
                ReportingMta = DomainName.Parse(options.SandboxDomain),
                To = report.From.Address!,
                Recipient = report.Recipient,
                ArrivalDate = report.ArrivedAt,
                LastAttemptDate = report.ArrivedAt,
                Status = Gone.Status!.Value,
                Reason = "The mailbox that it was for is gone",
                Diagnostic = Gone,
                RemoteMta = $"mailbox.{options.SandboxDomain}",
                Original = report.Original,
            },
            output);
        return report.From.Address!;
    }

    /// <returns>Where it goes.</returns>
    internal static EmailAddress Complaint(
        SandboxReport report, EmailAddress to, LifecycleOptions options, IBufferWriter<byte> output)
    {
        ComplaintWriter.Write(
            new Complaint
            {
                MessageId = Id(report, options),
                Date = report.ArrivedAt,
                ReportingMta = DomainName.Parse(options.SandboxDomain),
                To = to,
                Recipient = report.Recipient,
                OriginalMailFrom = report.From,
                ArrivalDate = report.ArrivedAt,
                Original = report.Original,
            },
            output);
        return to;
    }

    private static Mail.Messages.MessageId Id(SandboxReport report, LifecycleOptions options) =>
        Mail.Messages.MessageId.Of(
            $"{report.Id.ToLowerInvariant()}.report", DomainName.Parse(options.SandboxDomain));
}
