namespace Actors.Smtp.Tests.Server;

/// <summary>Only CRLF "." CRLF ends a message (CVE-2023-51764 to 51766). Each of these has ended one
/// somewhere.</summary>
public sealed class SmugglingTests
{
    private const string SecondMessage =
        """MAIL FROM:<evil@example.org>\r\nRCPT TO:<victim@example.net>\r\nDATA\r\nsmuggled\r\n.\r\nQUIT\r\n""";

    [Theory]
    [InlineData("""\n.\n""")]
    [InlineData("""\n.\r\n""")]
    [InlineData("""\r\n.\n""")]
    [InlineData("""\r.\r""")]
    [InlineData("""\r\n.\r""")]
    [InlineData("""\r.\r\n""")]
    [InlineData("""\r\n.\r\r\n""")]
    [InlineData("""\r\r\n.\r\n""")]
    [InlineData("""\n\r\n.\r\n""")]
    [InlineData("""\n\n.\r\n""")]
    [InlineData("""\r\r.\r\n""")]
    public Task a_false_end_of_data_ends_the_connection_and_nothing_is_taken(string end) => ServerBench.PlaysTrusted(
        $"""
        C: MAIL FROM:<a@example.org>
        C: RCPT TO:<b@example.net>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *
        c: Subject: outer\r\n\r\nfirst{end}{SecondMessage}
        S: 550 5.6.11 Bare CR or LF in the message; every line has to end with CRLF
        S: <end>
        """,
        then: receiver => receiver.Messages.ShouldBeEmpty());

    [Theory]
    [InlineData("""\r\n\0.\r\n""")]
    [InlineData("""\r\n.\0\r\n""")]
    [InlineData("""\0""")]
    public Task a_nul_ends_the_connection_and_nothing_is_taken(string end) => ServerBench.PlaysTrusted(
        $"""
        C: MAIL FROM:<a@example.org>
        C: RCPT TO:<b@example.net>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *
        c: Subject: outer\r\n\r\nfirst{end}{SecondMessage}
        S: 550 5.6.0 NUL character in the message
        S: <end>
        """,
        then: receiver => receiver.Messages.ShouldBeEmpty());

    [Theory]
    [InlineData("""NOOP\nMAIL FROM:<a@example.org>\r\n""")]
    [InlineData("""NOOP\rMAIL FROM:<a@example.org>\r\n""")]
    [InlineData("""NOOP\r\r\n""")]
    [InlineData("""\n""")]
    public Task a_bare_cr_or_lf_in_a_command_ends_the_connection(string line) => ServerBench.PlaysTrusted(
        $"""
        c: {line}{SecondMessage}
        S: 500 5.5.2 Bare CR or LF; lines end with CRLF
        S: <end>
        """,
        then: receiver => receiver.Messages.ShouldBeEmpty());

    [Fact]
    public Task stuffed_dots_and_dots_inside_lines_end_nothing() => ServerBench.PlaysTrusted(
        """
        C: MAIL FROM:<a@example.org>
        C: RCPT TO:<b@example.net>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *
        C: ..
        C: ...
        C: .x
        C: x.
        C: .\x20
        C:
        C: .
        S: 250 *
        """,
        then: receiver => receiver.Messages.ShouldHaveSingleItem().Content.ShouldBe(".\r\n..\r\nx\r\nx.\r\n \r\n\r\n"));

    [Theory]
    [InlineData("BDAT 10 LAST")]
    [InlineData("GET / HTTP/1.1")]
    [InlineData("POST / HTTP/1.1")]
    [InlineData("CONNECT mx.example.org:25 HTTP/1.1")]
    public Task what_brings_foreign_content_with_it_ends_the_connection(string command) => ServerBench.PlaysTrusted(
        $"""
        c: {command}\r\n{SecondMessage}
        S: 502 5.5.1 Command not implemented
        S: <end>
        """,
        then: receiver => receiver.Messages.ShouldBeEmpty());
}
