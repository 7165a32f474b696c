using System.Buffers;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Benchmarks.Mail;

/// <summary>What is measured.</summary>
internal static class Messages
{
    private static readonly ArrayBufferWriter<byte> Output = new(64 * 1024);

    public static SubmissionDefaults Defaults { get; } =
        new(DateTimeOffset.UnixEpoch, MessageId.Parse("new@mx.example.org"));

    public static SendingMarks Marks { get; } =
        new(Precedence.List, FeedbackId.Of("acc_shop", "transactional", "shop", "actors"));

    public static MessageDraft Receipt { get; } = new()
    {
        From = Mailbox.Parse("Shop <orders@shop.example>"),
        To = [Named("Jürgen Müller", "j.mueller@example.net")],
        ReplyTo = [Mailbox.Parse("help@shop.example")],
        Subject = HeaderValue.Parse("Your order 7781 is on its way"),
        Text = string.Concat(Enumerable.Repeat("Thank you for your order, which is on its way to you.\n", 12)),
        Html = string.Concat(Enumerable.Repeat("<p>Thank you for your order, which is on its way to you.</p>\n", 14)),
        Date = new DateTimeOffset(2026, 3, 9, 8, 5, 7, TimeSpan.Zero),
        MessageId = MessageId.Parse("01arz3ndektsv4rrffq69g5fav@shop.example"),
        BoundarySeed = "msg_01arz3ndektsv4rrffq69g5fav",
        Marks = Marks,
    };

    public static MessageDraft WithAttachment { get; } = Receipt with { Attachments = [Attached()] };

    public static byte[] Report { get; } = Encoding.ASCII.GetBytes("""
        From: MAILER-DAEMON@mx.example.net
        To: bounces@shop.example
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b

        The message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net

        Final-Recipient: rfc822; bob@example.net
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown
        --b
        Content-Type: text/rfc822-headers

        From: orders@shop.example
        Message-ID: <1@shop.example>
        --b--
        """.ReplaceLineEndings("\r\n"));

    /// <summary>Refusals, deferrals and blocks, in words that no rule has word for word.</summary>
    public static Reply[] Replies() =>
    [
        Reply.Of(550, "5.1.1", "<bob@example.net>: Recipient address rejected: User unknown in local table"),
        Reply.Of(552, "5.2.2", "The mailbox of this user is over its quota, see https://example.net/quota"),
        Reply.Of(451, "4.7.1", "Greylisted, please come back in 300 seconds"),
        Reply.Of(554, "5.7.1", "Message rejected: it looks like unsolicited mail; ask postmaster@example.net"),
        Reply.Of(421, "4.7.0", "Too many connections from 192.0.2.25, slow down"),
        Reply.Of(550, "Relaying denied"),
        Reply.Of(550, "5.7.26", "This mail is unauthenticated and against the policy of its domain"),
        Reply.Of(550, "Something went wrong, and nobody knows what"),
    ];

    public static void Compose(MessageDraft draft)
    {
        Output.ResetWrittenCount();
        MessageComposer.Write(draft, Output);
    }

    public static byte[] Composed(MessageDraft draft)
    {
        Compose(draft);
        return Output.WrittenSpan.ToArray();
    }

    public static byte[] EightBit() => Encoding.UTF8.GetBytes(
        "From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: 8bit\r\n\r\n"
        + string.Concat(Enumerable.Repeat("Vielen Dank für Ihre Bestellung, sie ist schon unterwegs.\r\n", 32)));

    public static void DecodeAll(byte[] mail)
    {
        foreach (var part in ParsedMail.Parse(mail).AllParts())
            _ = part.Content();
    }

    private static Mailbox Named(string name, string address) =>
        Mailbox.TryCreate(name, EmailAddress.Parse(address), out var mailbox) ? mailbox : throw new FormatException();

    private static Attachment Attached()
    {
        var content = new byte[20 * 1024];
        new Random(1).NextBytes(content);
        return FileName.TryParse("invoice.pdf", out var name) && MediaType.TryParse("application/pdf", out var type)
            ? new Attachment(name, type, Disposition.Attachment, null, content)
            : throw new FormatException();
    }
}
