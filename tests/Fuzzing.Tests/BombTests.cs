using System.Text;
using Actors.Mail.Messages;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Fuzzing.Tests;

/// <summary>Input that is made to cost much: what it may cost is stated here.</summary>
public sealed class BombTests
{
    private const long MiB = 1024 * 1024;
    private const string Boundary = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";

    [Fact]
    public void ten_thousand_multiparts_within_each_other_are_read_to_the_depth_that_is_allowed()
    {
        var bomb = Repeated("", Boundary + "--b\r\n", 10_000);
        Allocated(() => Parts(bomb).ShouldBeLessThanOrEqualTo(ParsingLimits.PartsMax)).ShouldBeLessThan(8 * MiB);
    }

    [Fact]
    public void ten_thousand_messages_within_each_other_are_too()
    {
        var bomb = Repeated("", "Content-Type: message/rfc822\r\n\r\n", 10_000);
        Allocated(() => Parts(bomb).ShouldBeLessThanOrEqualTo(ParsingLimits.DepthMax + 1)).ShouldBeLessThan(MiB);
    }

    [Fact]
    public void of_a_million_empty_parts_a_thousand_are_read()
    {
        var bomb = Repeated(Boundary, "--b\r\n", 1_000_000);
        Allocated(() => Parts(bomb).ShouldBe(ParsingLimits.PartsMax)).ShouldBeLessThan(4 * MiB);
    }

    [Fact]
    public void a_header_field_of_32_megabytes_is_cut()
    {
        var bomb = Repeated("Subject:", "\r\n aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            512 * 1024);
        Allocated(() => ParsedMail.Parse(bomb).Headers.FindDecoded("Subject"u8)!.Length
            .ShouldBeLessThanOrEqualTo(ParsingLimits.FieldOctetsMax)).ShouldBeLessThan(2 * MiB);
        HeaderSection.TryParse(bomb, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(HeaderProblem.FieldTooLong);
    }

    [Fact]
    public void a_million_header_fields_are_a_thousand()
    {
        var bomb = Repeated("", "X: y\r\n", 1_000_000);
        Allocated(() => ParsedMail.Parse(bomb).Headers.Fields.Length.ShouldBe(ParsingLimits.FieldsMax))
            .ShouldBeLessThan(MiB);
    }

    [Fact]
    public void a_million_pieces_of_one_parameter_are_256()
    {
        var bomb = Repeated("Content-Type: text/plain", "; name*0*=%41", 5_000);
        Allocated(() => ParsedMail.Parse(bomb).Root.FileName?.Length.ShouldBeLessThanOrEqualTo(256))
            .ShouldBeLessThan(2 * MiB);
    }

    [Fact]
    public void a_field_of_a_million_addresses_ends_at_ten_thousand()
    {
        var bomb = string.Concat(Enumerable.Repeat("a@b.example,", 1_000_000));
        AddressList.Parse(bomb).Mailboxes.Length.ShouldBe(MessageLimits.AddressesPerFieldMax);
        AddressList.Parse(new string('(', 1_000_000)).Mailboxes.ShouldBeEmpty();
    }

    [Fact]
    public void a_reply_without_end_is_given_up()
    {
        var parser = new ReplyParser();
        var lines = 0;
        while (parser.Read("250-and so on"u8) == ReplyProgress.More)
            lines++;
        lines.ShouldBeLessThanOrEqualTo(ReplyLimits.LinesMax);
    }

    private static int Parts(byte[] mail) => ParsedMail.Parse(mail).AllParts().Count();

    private static byte[] Repeated(string before, string unit, int count) =>
        Encoding.ASCII.GetBytes(string.Concat(before, string.Concat(Enumerable.Repeat(unit, count))));

    private static long Allocated(Action work)
    {
        work(); // what is made once does not count
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
