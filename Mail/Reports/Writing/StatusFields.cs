using System.Buffers;
using System.Globalization;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;
using Actors.Mail.Messages;
using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Reports.Writing;

/// <summary>The two groups of fields of message/delivery-status (RFC 3464 §2.2, §2.3).</summary>
internal static class StatusFields
{
    /// <summary>Octets of a server's words that are quoted; RFC 5321 §4.5.3.1.5 allows a line 512.</summary>
    private const int DiagnosticMax = 2_000;

    internal static ReadOnlyMemory<byte> Of(FailureReport report)
    {
        var output = new ArrayBufferWriter<byte>();
        var fields = new HeaderWriter(output);
        if (report.EnvelopeId is { } envelope)
            fields.Line("Original-Envelope-Id", envelope.Text);
        fields.Line("Reporting-MTA", $"dns; {report.ReportingMta.Ascii}");
        fields.Line("Arrival-Date", MailDate.Format(report.ArrivalDate));
        fields.End();
        if (report.OriginalRecipient is { } original)
            fields.Line("Original-Recipient", Typed(original));
        fields.Line("Final-Recipient", Typed(report.Recipient));
        fields.Line("Action", "failed");
        fields.Line("Status", report.Status.ToString());
        if (report.RemoteMta is { } host)
            fields.Line("Remote-MTA", $"dns; {Escaped(host)}");
        if (report.Diagnostic is { } diagnostic)
            Diagnostic(fields, diagnostic.ToString());
        if (report.LastAttemptDate is { } attempted)
            fields.Line("Last-Attempt-Date", MailDate.Format(attempted));
        return output.WrittenMemory;
    }

    private static void Diagnostic(HeaderWriter fields, string reply)
    {
        fields.Begin("Diagnostic-Code");
        fields.Word("smtp;");
        var cut = reply.Length > DiagnosticMax ? reply[..DiagnosticMax] : reply;
        foreach (var word in Printable(cut).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            foreach (var piece in word.Chunk(MessageLimits.HeaderLineWanted - 2))
                fields.Word(piece);
        fields.End();
    }

    private static string Typed(EmailAddress address) =>
        address.IsAscii ? $"rfc822; {address}" : $"utf-8; {Escaped(address.ToString())}";

    /// <summary>In a type other than utf-8 the address is printable ASCII, and a backslash means itself.</summary>
    private static string Typed(OriginalRecipient original)
    {
        var isUtf8 = original.AddressType.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return $"{original.AddressType}; {(isUtf8 ? Escaped(original.Address) : original.Address)}";
    }

    /// <summary>utf-8-addr-xtext: what is not printable ASCII, and what means something there, as <c>\x{HEX}</c>
    /// (RFC 6533 §3).</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is > ' ' and < 0x7F and not ('\\' or '+' or '='))
                escaped.Append((char)rune.Value);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"\\x{{{rune.Value:X2}}}");
        }

        return escaped.ToString();
    }

    private static string Printable(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and < (char)0x7F ? c : c == '\n' ? ' ' : '?'));
}
