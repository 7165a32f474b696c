namespace Actors.Smtp.Tests.Server;

public sealed class CommandTests
{
    [Theory]
    [InlineData("C: MAIL FROM:<a@example.org>", "expected EHLO, HELO, RSET")]
    [InlineData("C: RCPT TO:<a@example.org>", "expected EHLO, HELO, RSET")]
    [InlineData("C: DATA", "expected EHLO, HELO, RSET")]
    [InlineData("C: STARTTLS", "expected EHLO, HELO, RSET")]
    [InlineData("C: AUTH PLAIN", "expected EHLO, HELO, RSET")]
    [InlineData("C: HELO x\nS: 250 *\nC: RCPT TO:<a@example.org>", "expected EHLO, HELO, STARTTLS, AUTH, MAIL, RSET")]
    [InlineData("C: HELO x\nS: 250 *\nC: DATA", "expected EHLO, HELO, STARTTLS, AUTH, MAIL, RSET")]
    [InlineData("C: HELO x\nC: MAIL FROM:<>\nS: 250 *\nS: 250 *\nC: MAIL FROM:<>", "expected EHLO, HELO, RCPT, RSET")]
    [InlineData(
        "C: HELO x\nC: MAIL FROM:<>\nC: RCPT TO:<b@example.net>\nS: 250 *\nS: 250 *\nS: 250 *\nC: MAIL FROM:<>",
        "expected EHLO, HELO, RCPT, DATA, RSET")]
    [InlineData(
        "C: HELO x\nC: MAIL FROM:<>\nC: RSET\nS: 250 *\nS: 250 *\nS: 250 *\nC: RCPT TO:<b@example.net>", "expected *")]
    [InlineData("C: HELO x\nC: MAIL FROM:<>\nC: EHLO x\nS: 250 *\nS: 250 *\nS: 250-*\nS: 250-*\nS: 250-*\nS: 250-*\n"
        + "S: 250-*\nS: 250-*\nS: 250 *\nC: RCPT TO:<b@example.net>", "expected *")]
    public Task a_command_out_of_order_is_told_which_are_in_order(string lines, string expected) => ServerBench.Plays(
        $"""
        S: 220 *
        {lines}
        S: 503 5.5.1 Bad sequence of commands, {expected}
        """,
        bench => bench.Trusting());

    [Theory]
    [InlineData("NOOP", "250 2.0.0 OK")]
    [InlineData("NOOP with words", "250 2.0.0 OK")]
    [InlineData("noop", "250 2.0.0 OK")]
    [InlineData("RSET", "250 2.0.0 OK")]
    [InlineData("RSET now", "501 5.5.4 This command takes no argument")]
    [InlineData("VRFY postmaster", "252 2.5.2 Cannot verify, but will take the message")]
    [InlineData("HELP", "214 2.0.0 RFC 5321")]
    [InlineData("EXPN staff", "502 5.5.1 Command not implemented")]
    [InlineData("TURN", "500 5.5.1 Command not recognised")]
    [InlineData("MAILFROM:<a@example.org>", "500 5.5.1 Command not recognised")]
    [InlineData(" NOOP", "500 5.5.1 Command not recognised")]
    [InlineData("", "500 5.5.1 Command not recognised")]
    [InlineData("\\xff\\xfe", "500 5.5.1 Command not recognised")]
    [InlineData("NOOP \\0", "500 5.5.2 Control character in command")]
    [InlineData("NO\\x1bOP", "500 5.5.2 Control character in command")]
    [InlineData("EHLO", "501 5.5.4 Give the name of your host")]
    [InlineData("EHLO two words", "501 5.5.4 Give the name of your host")]
    [InlineData("EHLO a\\x08b", "500 5.5.2 Control character in command")]
    [InlineData("EHLO a(b)", "501 5.5.4 Give the name of your host")]
    [InlineData("EHLO m\\xc3\\xbcller.example", "501 5.5.4 Give the name of your host")]
    public Task every_command_has_its_answer(string command, string answer) =>
        ServerBench.PlaysTrusted($"C: {command}\nS: {answer}");

    [Theory]
    [InlineData("FROM:<a@example.org>", "250 2.1.0 Sender OK")]
    [InlineData("from: <a@example.org>", "250 2.1.0 Sender OK")]
    [InlineData("FROM:<\"a>b\"@example.org>", "250 2.1.0 Sender OK")]
    [InlineData("FROM:<> BODY=7BIT SIZE=0", "250 2.1.0 Sender OK")]
    [InlineData("FROM:<j\\xc3\\xbcrgen@example.org> SMTPUTF8", "250 2.1.0 Sender OK")]
    [InlineData("FROM:<j\\xc3\\xbcrgen@example.org>", "553 5.6.7 Address needs the parameter SMTPUTF8")]
    [InlineData("FROM:<j\\xc3rgen@example.org> SMTPUTF8", "501 5.1.7 Sender address is not valid")]
    [InlineData("FROM:a@example.org", "501 5.5.4 Syntax: MAIL FROM:<address> [parameters]")]
    [InlineData("FROM:<a@example.org", "501 5.5.4 Syntax: MAIL FROM:<address> [parameters]")]
    [InlineData("FROM:<a@example.org>SIZE=1", "501 5.5.4 Syntax: MAIL FROM:<address> [parameters]")]
    [InlineData("<a@example.org>", "501 5.5.4 Syntax: MAIL FROM:<address> [parameters]")]
    [InlineData("", "501 5.5.4 Syntax: MAIL FROM:<address> [parameters]")]
    [InlineData("FROM:<a>", "501 5.1.7 Sender address is not valid")]
    [InlineData("FROM:<@relay.example:a@example.org>", "501 5.1.7 Sender address is not valid")]
    [InlineData("FROM:<a@example.org> SIZE=", "501 5.5.4 Parameter value is not valid")]
    [InlineData("FROM:<a@example.org> SIZE=-1", "501 5.5.4 Parameter value is not valid")]
    [InlineData("FROM:<a@example.org> SIZE=1 SIZE=2", "501 5.5.4 Parameter value is not valid")]
    [InlineData("FROM:<a@example.org> BODY=BINARYMIME", "501 5.5.4 Parameter value is not valid")]
    [InlineData("FROM:<a@example.org> SMTPUTF8=yes", "501 5.5.4 Parameter value is not valid")]
    [InlineData("FROM:<a@example.org> RET=FULL", "555 5.5.4 Parameter not recognised")]
    [InlineData("FROM:<a@example.org> =", "555 5.5.4 Parameter not recognised")]
    [InlineData("FROM:<a@example.org> SIZE=26214400", "250 2.1.0 Sender OK")]
    [InlineData("FROM:<a@example.org> SIZE=26214401", "552 5.3.4 Message is larger than this server takes")]
    [InlineData("FROM:<a@example.org> SIZE=99999999999999999999", "552 5.3.4 Message is larger than this server takes")]
    public Task mail_is_checked(string argument, string answer) =>
        ServerBench.PlaysTrusted($"C: MAIL {argument}\nS: {answer}");

    [Theory]
    [InlineData("TO:<b@example.net>", "250 2.1.5 Recipient OK")]
    [InlineData("TO:<POSTMASTER>", "250 2.1.5 Recipient OK")]
    [InlineData("TO:<>", "501 5.1.3 Recipient address is not valid")]
    [InlineData("TO:<b>", "501 5.1.3 Recipient address is not valid")]
    [InlineData("TO:b@example.net", "501 5.5.4 Syntax: RCPT TO:<address>")]
    [InlineData("TO:<b@example.net> NOTIFY=NEVER", "555 5.5.4 Parameter not recognised")]
    [InlineData("TO:<b\\xc3\\xbc@example.net>", "553 5.6.7 Address needs the parameter SMTPUTF8")]
    [InlineData("TO:<@relay.example:b@example.net>", "553 5.1.3 *")]
    [InlineData("TO:<b%example.com@example.net>", "553 5.1.3 *")]
    [InlineData("TO:<host!b@example.net>", "553 5.1.3 *")]
    [InlineData("TO:<\"b@example.com\"@example.net>", "553 5.1.3 *")]
    public Task rcpt_is_checked(string argument, string answer) =>
        ServerBench.PlaysTrusted($"C: MAIL FROM:<a@example.org>\nS: 250 *\nC: RCPT {argument}\nS: {answer}");

    [Fact]
    public Task helo_gives_no_extensions() => ServerBench.Plays(
        """
        S: 220 *
        C: HELO client
        S: 250 mx.example.org
        C: MAIL FROM:<a@example.org> SIZE=10
        S: 555 5.5.4 Parameter not recognised
        """);

    [Fact]
    public Task the_receiver_may_refuse_a_connection() => ServerBench.Plays(
        """
        S: 554 5.7.1 Not you
        S: <end>
        """,
        bench => bench.Receiver.OnConnected =
            _ => new(new Actors.Smtp.Server.SmtpAdmission.Refused(Mail.Replies.Reply.Of(554, "5.7.1", "Not you"))));

    [Fact]
    public Task a_receiver_that_fails_at_once_refuses_the_connection_for_now() => ServerBench.Plays(
        """
        S: 421 4.3.0 Local error, try again later
        S: <end>
        """,
        bench => bench.Receiver.OnConnected = _ => throw new InvalidOperationException("not started"));
}
