namespace Actors.Mail.Reports.Writing;

/// <summary>The part of a notification that a person reads.</summary>
internal static class ReportWords
{
    internal static string Of(FailureReport report)
    {
        var answer = report.Diagnostic is { } reply
            ? $"""

                {(report.RemoteMta is { } host ? $"The server {host} answered" : "The last answer was")}:

                    {reply.ToString().Replace("\n", "\n    ", StringComparison.Ordinal)}

                """
            : "";
        return $"""
            This is the mail system at {report.ReportingMta.Unicode}.

            Your message could not be delivered to

                {report.Recipient.LocalPart}@{report.Recipient.Domain.Unicode}

            {report.Reason} (status {report.Status}). It will not be tried again.
            {answer}
            The report for programs and the header of your message are attached.

            """;
    }
}
