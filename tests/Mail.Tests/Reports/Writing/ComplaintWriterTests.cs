using System.Buffers;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Macs;
using Actors.Mail.Messages;
using Actors.Mail.Parsing;
using Actors.Mail.Reports;
using Actors.Mail.Reports.ReturnPaths;
using Actors.Mail.Reports.Writing;

namespace Actors.Mail.Tests.Reports.Writing;

public sealed class ComplaintWriterTests
{
    private static readonly string Path = ReturnPathToken.Make(
        MacKeys.Of(new MacKey(1, new byte[32])), new ReturnPathSubject("demo", 7, 1, 9, 1));

    [Fact]
    public void what_is_written_is_read_as_a_complaint_about_the_message()
    {
        var mail = Written(
            $"{Path}@bounces.example.org", "ada@example.com", "Subject: hello\r\nX: y\r\n\r\nsecret\r\n");
        ReportReader.TryRead(mail, out var report).ShouldBeTrue();
        Complaints.IsComplaint(report!).ShouldBeTrue();
        report!.Recipients.ShouldHaveSingleItem().Recipient.ShouldBe("ada@example.com");
        report.ReportingMta.ShouldBe("mx.example.net");
        ReturnPathMentions.In(ParsedMail.Parse(mail)).ShouldHaveSingleItem().Recipient.ShouldBe(1);
        var text = Encoding.UTF8.GetString(mail);
        ParsedMail.Parse(mail).Root.Type.Parameters["report-type"].ShouldBe("feedback-report");
        text.ShouldContain($"Return-Path: <{Path}@bounces.example.org>\r\nSubject: hello\r\nX: y\r\n");
        text.ShouldNotContain("secret");
    }

    [Fact]
    public void an_address_outside_ascii_is_left_out_of_the_fields() =>
        Encoding.UTF8.GetString(Written("böb@example.org", "ädä@example.com", "Subject: hello\r\n\r\n"))
            .ShouldNotContain("Original-Rcpt-To");

    private static byte[] Written(string from, string recipient, string original)
    {
        var output = new ArrayBufferWriter<byte>();
        ComplaintWriter.Write(
            new Complaint
            {
                MessageId = MessageId.Of("one", DomainName.Parse("mx.example.net")),
                Date = new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.Zero),
                ReportingMta = DomainName.Parse("mx.example.net"),
                To = EmailAddress.Parse("abuse@bounces.example.org"),
                Recipient = EmailAddress.Parse(recipient),
                OriginalMailFrom = ReversePath.Of(EmailAddress.Parse(from)),
                ArrivalDate = new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero),
                Original = Encoding.UTF8.GetBytes(original),
            },
            output);
        return output.WrittenSpan.ToArray();
    }
}
