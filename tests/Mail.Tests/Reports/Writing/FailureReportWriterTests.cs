using System.Buffers;
using System.Text;
using System.Text.Json;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;
using Actors.Mail.Messages;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;
using Actors.Mail.Reports.Writing;
using Actors.Mail.Tests.Messages;
using Actors.Testing;

namespace Actors.Mail.Tests.Reports.Writing;

public sealed class FailureReportWriterTests
{
    private const string Original = "From: app@shop.example\r\nSubject: Hello\r\n\r\nThe body.\r\n";

    private static readonly FailureReport Plain = new()
    {
        MessageId = MessageId.Parse("<1.failure@mail.example>"),
        Date = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero),
        ReportingMta = DomainName.Parse("mail.example"),
        To = EmailAddress.Parse("app@shop.example"),
        Recipient = EmailAddress.Parse("ann@example.com"),
        ArrivalDate = new(2029, 12, 28, 9, 30, 0, TimeSpan.Zero),
        LastAttemptDate = new(2030, 1, 1, 11, 59, 0, TimeSpan.Zero),
        Status = new(5, 1, 1),
        Reason = "The message was refused",
        Diagnostic = Reply.Of(550, "5.1.1", "No such user here"),
        RemoteMta = "mx.example.com",
        Original = Encoding.ASCII.GetBytes(Original),
    };

    [Fact]
    public void the_three_parts_say_it_to_people_to_programs_and_with_the_header()
    {
        var root = Parsed(Plain).Root;

        root.Type.ToString().ShouldStartWith("multipart/report");
        root.Parts.Count.ShouldBe(3);
        root.Parts[0].Text().ShouldContain("ann@example.com");
        root.Parts[0].Text().ShouldContain("550 5.1.1 No such user here");
        Text(root.Parts[1]).ShouldBe("""
            Reporting-MTA: dns; mail.example
            Arrival-Date: Fri, 28 Dec 2029 09:30:00 +0000

            Final-Recipient: rfc822; ann@example.com
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mx.example.com
            Diagnostic-Code: smtp; 550 5.1.1 No such user here
            Last-Attempt-Date: Tue, 01 Jan 2030 11:59:00 +0000

            """.ReplaceLineEndings("\r\n"));
        Text(root.Parts[2]).ShouldBe("From: app@shop.example\r\nSubject: Hello\r\n");
    }

    [Fact]
    public void what_the_submitter_asked_by_comes_back()
    {
        var text = Written(Plain with
        {
            EnvelopeId = EnvelopeId.Parse("order+2B17"),
            OriginalRecipient = OriginalRecipient.Parse("rfc822;anna@example.com"),
        });

        text.ShouldContain("Original-Envelope-Id: order+17\r\n");
        text.ShouldContain("Original-Recipient: rfc822; anna@example.com\r\n");
    }

    [Fact]
    public void what_was_never_attempted_has_no_date_of_an_attempt() =>
        Written(Plain with { LastAttemptDate = null }).ShouldNotContain("Last-Attempt-Date");

    /// <summary>The escapes of RFC 6533 belong to the type utf-8: in any other a backslash is one.</summary>
    [Theory]
    [InlineData("rfc822;\"a+20\\\"b\"@example.com", "rfc822; \"a \\\"b\"@example.com")]
    [InlineData("x400;/S+3Dbob/", "x400; /S=bob/")]
    [InlineData("utf-8;j\\x{F6}rg\\x{2B}x@example.org", "utf-8; j\\x{F6}rg\\x{2B}x@example.org")]
    public void an_address_is_escaped_as_its_type_has_it(string given, string field) => Written(
        Plain with { OriginalRecipient = OriginalRecipient.Parse(given) })
        .ShouldContain($"Original-Recipient: {field}\r\n");

    [Fact]
    public void the_whole_message_comes_back_where_it_was_asked_for_and_may_travel()
    {
        Returned(Plain with { ReturnsFull = true }).ShouldBe(("message/rfc822", Original));
        Returned(Plain with { ReturnsFull = true, Original = Bytes(Original + "Gr\u00FC\u00DFe\r\n") }).Type
            .ShouldBe("text/rfc822-headers");
        Returned(Plain with { ReturnsFull = true, Original = Bytes(Original + new string('x', 999) + "\r\n") }).Type
            .ShouldBe("text/rfc822-headers");
        Returned(Plain with { ReturnsFull = true, Original = Bytes(Original + Lines(50_000)) }).Type
            .ShouldBe("text/rfc822-headers");
    }

    [Fact]
    public void a_huge_header_is_cut_at_a_line()
    {
        var returned = Returned(Plain with { Original = Bytes(Lines(60_000) + "\r\nbody\r\n") }).Text;

        returned.Length.ShouldBeLessThanOrEqualTo(FailureReportWriter.ReturnedOctetsMax);
        returned.ShouldEndWith("X: y\r\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("no line end")]
    [InlineData("bare\rcr\r\n\r\n")]
    public void an_original_that_is_no_mail_harms_nothing(string original) =>
        Parsed(Plain with { Original = Bytes(original) }).Root.Parts.Count.ShouldBe(3);

    [Fact]
    public void all_of_it_is_ascii_also_with_addresses_and_words_in_utf8()
    {
        var report = Plain with
        {
            To = EmailAddress.Parse("jörg@bücher.example"),
            Recipient = EmailAddress.Parse("anna\u00F6@example.com"),
            OriginalRecipient = OriginalRecipient.Parse("utf-8;jörg@example.org"),
            Diagnostic = new Reply(550, null, "Benutzer unbekannt: \u00FC"),
        };
        var text = Written(report);

        text.ShouldContain("Final-Recipient: utf-8; anna\\x{F6}@example.com\r\n");
        text.ShouldContain("Original-Recipient: utf-8; j\\x{F6}rg@example.org\r\n");
        Body(text).ShouldAllBe(c => c < 0x7F);
    }

    [Fact]
    public void a_servers_words_cannot_add_fields_or_parts()
    {
        var reply = new Reply(550, null, "a\r\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; bob@example.com\n--=_x");

        var status = Text(Parsed(Plain with { Diagnostic = reply }).Root.Parts[1]);

        status.Split("\r\n").Count(line => line.StartsWith("Status:", StringComparison.Ordinal)).ShouldBe(1);
        status.Split("\r\n").Count(line => line.StartsWith("Final-", StringComparison.Ordinal)).ShouldBe(1);
        Parsed(Plain with { Diagnostic = reply }).Root.Parts.Count.ShouldBe(3);
    }

    [Fact]
    public void endless_words_are_cut_and_folded()
    {
        var text = Written(Plain with { Diagnostic = new Reply(550, null, new string('x', 100_000)) });

        text.Split("\r\n").ShouldAllBe(line => line.Length <= 998);
        Text(Parsed(Plain with { Diagnostic = new Reply(550, null, new string('x', 100_000)) }).Root.Parts[1]).Length
            .ShouldBeLessThan(4_000);
    }

    [RequiresProgramFact("python3")]
    public void python_reads_it_without_a_defect()
    {
        FailureReport[] reports =
        [
            Plain,
            Plain with { ReturnsFull = true },
            Plain with { Diagnostic = null, RemoteMta = null, Original = Bytes("X: \u00FC\r\n\r\n") },
            Plain with { Recipient = EmailAddress.Parse("anna\u00F6@example.com") },
        ];

        var read = PythonMail.Parse([.. reports.Select(report => Bytes(Written(report)))]);

        foreach (var mail in read)
        {
            mail.GetProperty("defects").GetArrayLength().ShouldBe(0, mail.ToString());
            var parts = mail.GetProperty("body").GetProperty("parts");
            Content(parts[1]).ShouldContain("Action: failed");
            parts[1].GetProperty("type").GetString().ShouldBe("message/delivery-status");
        }
    }

    private static string Lines(int octets) => string.Concat(Enumerable.Repeat("X: y\r\n", octets / 6));

    private static string Body(string text) => text[text.IndexOf("\r\n\r\n", StringComparison.Ordinal)..];

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Content(JsonElement part) =>
        Encoding.UTF8.GetString(part.GetProperty("content").GetBytesFromBase64());

    private static (string Type, string Text) Returned(FailureReport report)
    {
        var part = Parsed(report).Root.Parts[2];
        return (part.Type.Value, Text(part));
    }

    private static string Text(MailPart part) => Encoding.UTF8.GetString(part.Content().Span);

    private static ParsedMail Parsed(FailureReport report) => ParsedMail.Parse(Bytes(Written(report)));

    private static string Written(FailureReport report)
    {
        var output = new ArrayBufferWriter<byte>();
        FailureReportWriter.Write(report, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
