using Actors.Mail.Replies;

namespace Actors.Mail.Tests.Reports;

/// <summary>Bounces in prose, one for each shape in which servers write them.</summary>
public sealed class NoticeTests
{
    public static TheoryData<string, string, string> Shapes => new()
    {
        {
            "address in brackets, colon, reason below", """
            Hi. I could not deliver your message to these addresses. I have given up.

            <a@example.com>:
            192.0.2.1 does not like recipient.
            Remote host said: 550 5.1.1 nobody here
            Giving up on 192.0.2.1.

            <b@example.com>:
            Mailbox over quota. (#5.2.2)

            --- Below this line is a copy of the message.

            Return-Path: <bounces@sender.example.org>
            To: <c@example.com>
            """, "a@example.com failed 5.1.1|b@example.com failed 5.2.2"
        },
        {
            "address alone, reason indented", """
            A message that you sent could not be delivered. The following address(es) failed:

              a@example.com
                SMTP error from remote mail server after RCPT TO:<a@example.com>:
                host mx.example.com [192.0.2.1]: 550 5.7.1 not today
              b@example.com
                Unrouteable address

            ------ This is a copy of the message, including all the headers. ------

            Return-path: <bounces@sender.example.org>
            """, "a@example.com failed 5.7.1|b@example.com failed"
        },
        {
            "address and reason in one line", """
            An error has occurred while attempting to deliver a message:

            a@example.com: 552 5.2.2 full
            b@example.com: Domain does not exist

            Below is a copy of the original message:

            Received: from localhost
            """, "a@example.com failed 5.2.2|b@example.com failed"
        },
        {
            "transcript of the dialogue", """
               ----- Transcript of session follows -----
            While talking to mx.example.com:
            >>> RCPT To:<a@example.com>
            <<< 550 5.1.1 <a@example.com>, user unknown
            550 <a@example.com>... User unknown

               ----- Unsent message follows -----
            Received: by mx.example.net
            From: news@sender.example.org
            """, "a@example.com failed 5.1.1"
        },
        {
            "reason above the address", """
            Your message could not be delivered because of

            550 5.1.1 User unknown

            The following recipients were affected:
                a@example.com

            Additional Information
            ======================
            Original Sender:    <news@sender.example.org>
            """, "a@example.com failed 5.1.1"
        },
        {
            "reason far below a list of addresses", """
            Delivery to the following recipients failed permanently:

               * a@example.com
               * b@example.com

            ===========================================
                          Technical details:

            SMTP:RCPT host 192.0.2.8: 553 5.3.0 no such user
            """, "a@example.com failed 5.3.0|b@example.com failed 5.3.0"
        },
        {
            "address within a sentence", """
            This is the mail agent at mx.example.net.

            There was an error delivering your mail to <a@example.com>.

            mx.example.com [192.0.2.1] did not like our RCPT TO:
            550 5.7.25 no reverse name

            Message headers follow.

            Received: from root (uid 0)
            """, "a@example.com failed 5.7.25"
        },
        {
            "server and address, reason quoted", """
            Delivery has failed to these recipients or groups:

            a@example.com<mailto:a@example.com>
            The address was not found.

            Diagnostic information for administrators:
            Generating server: mx.example.net

            a@example.com
            Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'

            Original message headers:
            Received: from mx.example.net
            """, "a@example.com failed 5.1.10"
        },
        {
            "a delay", """
            This is a warning only. Your message has not yet been delivered.

            <a@example.com>: connect to mx.example.com[192.0.2.1]: Connection timed out
            """, "a@example.com delayed"
        },
        {
            "reason on the lines below, an address again at the start of one", """
            <a@example.com>: host
                mx.example.com[192.0.2.1] said: 550 5.7.1
                <bounces+1@sender.example.org>: unauthorized sender (in reply to RCPT TO
                command)
            <b@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 no
            """, "a@example.com failed 5.7.1|b@example.com failed 5.1.1"
        },
        {
            "a recipient with the name of an office", """
            For further assistance, please send mail to postmaster.

            <help@example.com>: host
                mx.example.com[192.0.2.1] said: 550 5.7.1 Message contains spam
            <support@example.com>: lost connection with mx.example.com[192.0.2.1]
            """, "help@example.com failed 5.7.1|support@example.com failed"
        },
        {
            "the header of the message first", """
            Your message
              To:      list@sender.example.org
              Cc:      other@sender.example.org
            did not reach the following recipient(s):

            c=XX;a= ;p=Example;o=Here;dda:SMTP=a@example.com; on Fri, 4 Oct 2024
                The recipient name is not recognized
            """, "a@example.com failed"
        },
        {
            "parts that the header does not announce", """
            This message is in MIME format, which your reader does not understand.

            ------=_Part_1
            Content-Type: text/plain; charset="us-ascii"

            Your message did not reach the following recipient(s):

            a@example.com on Fri, 4 Oct 2024
                The recipient name is not recognized

            ------=_Part_1
            Content-Type: message/rfc822

            From: news@sender.example.org
            To: c@example.com
            """, "a@example.com failed"
        },
        {
            "a delay in other words", """
            Delivery of e-mail to this address

            "a@example.com"

            has been postponed due to a full mailbox.
            """, "a@example.com delayed"
        },
        {
            "a delay that says how long it is tried", """
            There was a temporary problem delivering your message to a@example.com. We will retry for 46 more hours.
            """, "a@example.com delayed"
        },
        {
            "several in a row", """
            Your message could not be delivered to:

              a@example.com, <b@example.com>; c@example.com

            Reason: 552 5.2.2 the mailbox is full
            """, "a@example.com failed 5.2.2|b@example.com failed 5.2.2|c@example.com failed 5.2.2"
        },
        {
            "a transcript with the replies to several", """
            The following addresses did NOT receive a copy of your message:

            > a@example.com
            > b@example.com

            --- Session Transcript ---
            Mon 2024-01-01 10:00:01: --> RCPT To:<a@example.com>
            Mon 2024-01-01 10:00:01: <-- 550 5.1.1 <a@example.com>: User unknown
            Mon 2024-01-01 10:00:02: --> RCPT To:<b@example.com>
            Mon 2024-01-01 10:00:02: <-- 552 5.2.2 <b@example.com>: mailbox full
            --- End Transcript ---
            """, "a@example.com failed 5.1.1|b@example.com failed 5.2.2"
        },
        {
            "whom to reply to", """
            This Message was undeliverable. The following destination addresses were unknown:

            SMTP <a@example.com>

            Please reply to <Postmaster@mx.example.net>
            if you feel this message to be in error.
            """, "a@example.com failed"
        },
        {
            "failed recipients under a heading", """
            ---- Failed Recipients ----
            <a@example.com>
            Mail Loop Detected
            ---- Contents of the undelivered mail ----
            Received: From mx.example.net
            """, "a@example.com failed"
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void a_bounce_in_prose_is_read(string shape, string text, string expected) =>
        Reports.Short(Reports.Read(Reports.Notice(text))).ShouldBe(expected.Split('|'), shape);

    [Theory]
    [InlineData("<a@example.com>: x said: 550 user unknown (in reply to RCPT TO command)", "Invalid recipient")]
    [InlineData("<a@example.com>: x said: 550 user unknown (in reply to end of DATA\n command)", "Mail Block")]
    [InlineData("<a@example.com>:\n>>> DATA\n<<< 550 user unknown", "Mail Block")]
    [InlineData("a@example.com\n---message\n550 user unknown\n---SMTP command\nDATA", "Mail Block")]
    [InlineData("Delivery to a@example.com failed.", "Generic bounce")]
    [InlineData("Your message\n  Subject: This is held for approval\ncould not be delivered to:\n\na@example.com",
        "Generic bounce")]
    public void what_was_refused_tells_what_it_means(string text, string expected) =>
        Reports.Read(Reports.Notice(text)).Recipients[0].Bounce!.Category.Title().ShouldBe(expected);

    [Fact]
    public void the_recipient_may_be_named_again_in_the_reason() => Reports.Read(Reports.Notice("""
        <a@example.com>: host mx.example.com said: 550
        <a@example.com>: 5.2.2 mailbox full
        """)).Recipients.ShouldHaveSingleItem().Diagnostic.ShouldEndWith("5.2.2 mailbox full");

    [Fact]
    public void a_header_may_name_the_recipients()
    {
        var report = Reports.Read(Reports.Notice(
            "Dear bounces@sender.example.org, the group is closed to you.",
            header: "X-Failed-Recipients: a@example.com,\n b@example.com\n"));
        Reports.Short(report).ShouldBe(["a@example.com failed", "b@example.com failed"]);
    }

    [Fact]
    public void a_notice_that_names_nobody_is_about_whom_the_message_was_for()
    {
        var report = Reports.Read(Reports.Notice(
            "Message could not be delivered to mobile.\n\nOriginal Message:\n\nFrom: news@sender.example.org\n"
            + "To: a@example.com\nMessage-ID: <x@sender.example.org>"));
        Reports.Short(report).ShouldBe(["a@example.com failed"]);
        report.OriginalMessageId.ShouldBe("x@sender.example.org");
    }

    [Fact]
    public void a_notice_in_html_is_read() => Reports.Short(Reports.Read(Reports.Notice(
        "<html><body><p>Your message could not be delivered to <b>a@example.com</b>:<br>550 5.1.1 &lt;unknown&gt;",
        header: "Content-Type: text/html\n"))).ShouldBe(["a@example.com failed 5.1.1"]);

    [Fact]
    public void whom_to_ask_for_help_is_no_recipient() => Reports.Short(Reports.Read(Reports.Notice("""
        For further assistance, please contact <help@mx.example.net>

        <a@example.com>: 550 5.1.1 unknown
        """))).ShouldBe(["a@example.com failed 5.1.1"]);

    [Theory]
    [InlineData("Sorry bounces@sender.example.org. Your mail to these recipients could not be delivered:\n\nada")]
    [InlineData("Your message could not be delivered.\nReferences: <one.two@sender.example.org>")]
    public void a_sender_who_is_spoken_to_and_an_identifier_are_no_recipients(string words) => Reports.Short(
        Reports.Read(Reports.Notice(
            words + "\n\n----- Original message -----\nFrom: news@sender.example.org\nTo: ada@example.com\n")))
        .ShouldBe(["ada@example.com failed"]);

    [Fact]
    public void who_writes_to_himself_is_a_recipient() => Reports.Short(Reports.Read(Reports.Notice(
        "Your message to bounces@sender.example.org could not be delivered."))).ShouldBe(
        ["bounces@sender.example.org failed"]);

    [Theory]
    [InlineData("Hello Ada,\n\nlunch at one? Bob <bob@example.com>", "bob@example.com", "lunch")]
    [InlineData("Your parcel could not be delivered.", "shop@example.com", "Your order")]
    [InlineData("", "", "")]
    public void mail_of_people_is_no_report(string text, string from, string subject) =>
        Reports.IsReport($"From: {from}\nSubject: {subject}\n\n{text}").ShouldBeFalse();

    [Fact]
    public void a_notification_in_json_is_read()
    {
        const string Message = """
            {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[
            {"emailAddress":"a@example.com","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]},
            "mail":{"messageId":"m-1"}}
            """;
        var bare = Reports.Read($"From: no-reply@example.net\n\n{Message}\n\n--\nunsubscribe here");
        Reports.Short(bare).ShouldBe(["a@example.com failed 5.1.1"]);
        bare.OriginalMessageId.ShouldBe("m-1");
        var wrapped = System.Text.Json.JsonSerializer.Serialize(new { Type = "Notification", Message });
        Reports.Short(Reports.Read($"From: no-reply@example.net\n\n{wrapped.Replace("bounceType", "bounce\nType",
            StringComparison.Ordinal)}")).ShouldBe(["a@example.com failed 5.1.1"]);
    }

    [Theory]
    [InlineData("notificationType")]
    [InlineData("eventType")]
    public void both_names_of_what_happened_are_known(string name) => Reports.Short(Reports.Read(
        $"From: no-reply@example.net\n\n{{\"{name}\":\"Delivery\","
        + "\"delivery\":{\"recipients\":[\"a@example.com\"],\"smtpResponse\":\"250 2.6.0 accepted\"}}"))
        .ShouldBe(["a@example.com delivered 2.6.0"]);

    [Fact]
    public void the_message_id_is_the_one_in_the_header_where_the_notification_has_it() => Reports.Read(
        "From: no-reply@example.net\n\n"
        + "{\"eventType\":\"Complaint\","
        + "\"complaint\":{\"complainedRecipients\":[{\"emailAddress\":\"a@example.com\"}]},"
        + "\"mail\":{\"messageId\":\"0100-cloud\",\"commonHeaders\":{\"messageId\":\"<m.1@sender.example.org>\"}}}")
        .OriginalMessageId.ShouldBe("m.1@sender.example.org");

    [Theory]
    [InlineData("{\"notificationType\":")]
    [InlineData("{\"notificationType\":\"Bounce\"}")]
    [InlineData("{\"notificationType\":\"Bounce\",\"bounce\":[]}")]
    [InlineData("{\"notificationType\":7,\"Message\":\"{\"}")]
    public void a_notification_that_is_broken_is_none(string text) =>
        Reports.IsReport($"From: no-reply@example.net\n\n{text}").ShouldBeFalse();
}
