using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Reports.Writing;

/// <summary>What a report gives back of a message where it does not give back all of it.</summary>
internal static class ReturnedHeader
{
    /// <summary>Up to the blank line, at most <see cref="FailureReportWriter.ReturnedOctetsMax"/>, whole lines
    /// only.</summary>
    internal static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> message)
    {
        var end = message.Span.IndexOf("\r\n\r\n"u8);
        var header = end < 0 ? message : message[..(end + 2)];
        if (header.Length <= FailureReportWriter.ReturnedOctetsMax)
            return CanonicalText.IsCanonical(header.Span) ? header : "\r\n"u8.ToArray();
        var last = header.Span[..FailureReportWriter.ReturnedOctetsMax].LastIndexOf("\r\n"u8);
        return header[..(last + 2)];
    }
}
