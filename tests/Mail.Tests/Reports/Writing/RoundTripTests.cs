using System.Buffers;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;
using Actors.Mail.Messages;
using Actors.Mail.Replies;
using Actors.Mail.Reports;
using Actors.Mail.Reports.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Reports.Writing;

/// <summary>What we write, our own reader reads as it was meant.</summary>
public sealed class RoundTripTests
{
    private const string Original =
        "From: news@sender.example.org\r\nMessage-ID: <m@sender.example.org>\r\n\r\nbody\r\n";

    private static readonly Gen<string> Words = Gen.ArrayOf(
        Gen.Elements("no", "such", "user", "ü", "5.7.1", "<x@y>", "--b", new string('x', 700), "日本", ";", "\n", ":"), 8)
        .Select(words => string.Join(' ', words));

    private static readonly Gen<FailureReport> AnyReport =
        from local in Gen.Elements("a", "first.last+tag", "\"a b\"", "üser+tag=x", "\"q\\\"x\"")
        from domain in Gen.Elements("example.com", "bücher.example")
        from subject in Gen.Choose(1, 7)
        from words in Words
        from code in Gen.Elements(421, 450, 550, 571)
        from original in Gen.Elements(
            null, "rfc822;b@example.com", "rfc822;\"q\\\"x\"@example.com", "utf-8;ü\\x{2B}b@example.com")
        from full in Gen.Elements(true, false)
        from said in Gen.Elements(true, false)
        let status = new EnhancedStatusCode(5, subject, 1)
        select new FailureReport
        {
            MessageId = MessageId.Parse("n1@mx.example.net"),
            Date = new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero),
            ReportingMta = DomainName.Parse("mx.example.net"),
            To = EmailAddress.Parse("bounces@sender.example.org"),
            Recipient = EmailAddress.Parse($"{local}@{domain}"),
            OriginalRecipient = original is null ? null : OriginalRecipient.Parse(original),
            EnvelopeId = EnvelopeId.Parse("env+2B1"),
            ArrivalDate = new(2026, 2, 27, 12, 0, 0, TimeSpan.Zero),
            Status = status,
            Reason = "The message was refused",
            Diagnostic = said ? new Reply(code, status, words) : null,
            RemoteMta = said ? "mx.example.com" : null,
            Original = Encoding.UTF8.GetBytes(Original),
            ReturnsFull = full,
        };

    [Fact]
    public void our_own_reader_reads_what_was_meant() => Prop.ForAll(AnyReport.ToArbitrary(), meant =>
    {
        var output = new ArrayBufferWriter<byte>();
        FailureReportWriter.Write(meant, output);
        ReportReader.TryRead(output.WrittenMemory, out var report).ShouldBeTrue();
        report!.Kind.ShouldBe(ReportKind.DeliveryStatus);
        report.ReportingMta.ShouldBe("mx.example.net");
        report.OriginalEnvelopeId.ShouldBe("env+1");
        report.OriginalMessageId.ShouldBe("m@sender.example.org");
        report.ArrivalDate.ShouldBe(meant.ArrivalDate);
        var read = report.Recipients.ShouldHaveSingleItem();
        read.Recipient.ShouldBe(meant.Recipient.ToString());
        read.OriginalRecipient.ShouldBe(meant.OriginalRecipient?.Address);
        read.Action.ShouldBe(ReportAction.Failed);
        read.Status.ShouldBe(meant.Status);
        read.ReplyCode.ShouldBe(meant.Diagnostic?.Code);
        read.RemoteMta.ShouldBe(meant.RemoteMta);
    }).QuickCheckThrowOnFailure();
}
