using System.Buffers;
using System.Net;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Messages;

public sealed class ReceivedTraceTests
{
    private static readonly ReceivedTrace Trace = new()
    {
        Helo = "app.example",
        Client = IPAddress.Parse("192.0.2.1"),
        By = DomainName.Parse("mx.example"),
        With = new TransmissionType(Extended: true, Encrypted: true, Authenticated: true),
        Id = "0198f",
        For = EmailAddress.Parse("a@b.example"),
        Date = new DateTimeOffset(2026, 3, 9, 8, 5, 7, TimeSpan.Zero),
    };

    [Fact]
    public void the_field_says_where_the_message_came_from() => Text(Trace).ShouldBe(
        "Received: from app.example ([192.0.2.1]) by mx.example with ESMTPSA id 0198f\r\n"
        + " for <a@b.example>; Mon, 09 Mar 2026 08:05:07 +0000\r\n");

    [Fact]
    public void what_is_not_to_be_told_is_left_out() => Text(Trace with { Client = null, For = null }).ShouldBe(
        "Received: from app.example by mx.example with ESMTPSA id 0198f;\r\n"
        + " Mon, 09 Mar 2026 08:05:07 +0000\r\n");

    [Fact]
    public void an_address_of_version_6_is_marked() =>
        Text(Trace with { Client = IPAddress.Parse("2001:db8::1") }).ShouldContain("([IPv6:2001:db8::1])");

    [Theory]
    [InlineData("a\r\nBcc: x@y.example", "a??Bcc:?x?y.example")]
    [InlineData("(a)", "?a?")]
    [InlineData("", "unknown")]
    [InlineData("[192.0.2.1]", "[192.0.2.1]")]
    public void a_client_cannot_write_into_the_header(string helo, string shown) =>
        Text(Trace with { Helo = helo }).ShouldStartWith($"Received: from {shown} ([192.0.2.1])");

    [Theory]
    [InlineData(false, true, true, true, "SMTP")]
    [InlineData(true, false, false, false, "ESMTP")]
    [InlineData(true, true, false, false, "ESMTPS")]
    [InlineData(true, false, true, false, "ESMTPA")]
    [InlineData(true, true, true, false, "ESMTPSA")]
    [InlineData(true, true, true, true, "UTF8SMTPSA")]
    public void a_transmission_type_has_a_registered_name(
        bool extended, bool tls, bool auth, bool utf8, string name) =>
        new TransmissionType(extended, tls, auth, utf8).Name.ShouldBe(name);

    [Fact]
    public void a_long_name_is_folded_and_cut()
    {
        var lines = Text(Trace with { Helo = new string('x', 5000) }).Split("\r\n");
        lines.ShouldAllBe(line => line.Length <= MessageLimits.LineOctetsMax);
        lines[0].Length.ShouldBeLessThan(280);
    }

    private static string Text(ReceivedTrace trace)
    {
        var output = new ArrayBufferWriter<byte>();
        trace.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
