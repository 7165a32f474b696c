using System.Collections.Immutable;

namespace Actors.Mail.Replies.Rules;

/// <summary>How mail servers say, in reports and logs, which command a reply answered.</summary>
internal static class StagePhrases
{
    /// <summary>In the order to ask: the later steps name the earlier ones in passing.</summary>
    internal static readonly ImmutableArray<(ReplyStage Stage, string[] Phrases)> InOrder =
    [
        (ReplyStage.Recipient,
        [
            "in reply to rcpt to", "after rcpt to", "in response to rcpt to", "following rcpt command", "our rcpt to",
            "rejected recipient", "rejected the recipient", "does not like recipient", "smtp rcpt", "during rcpt to",
            "error for rcpt to", "rcpt to command failed", "to rcpt to", "after rcpt command", "after rcpt to command",
            "to rcpt command", "rcpt command failed",
        ]),
        (ReplyStage.Content,
        [
            "in reply to end of data", "after end of data", "in reply to data command", "for text command",
            "after i sent the message", "after data", "in response to data", "following data command", "end of message",
            "in response to end of data", "after pipelined data", "after dot", "smtp data", "message body",
            "to data command", "data command failed",
        ]),
        (ReplyStage.Mail,
        [
            "in reply to mail from", "after mail from", "in response to mail from", "following mail command",
            "our mail from", "sender was rejected", "to mail from", "after pipelined mail from", "smtp mail",
            "during mail from", "after mail command", "to mail command", "mail command failed",
        ]),
        (ReplyStage.Opening,
        [
            "after initial connection", "refused to talk to me", "my name was rejected", "in reply to ehlo",
            "in reply to helo", "greeting failed", "after ehlo", "after helo", "after hello", "in response to ehlo",
            "to ehlo", "to helo",
        ]),
        (ReplyStage.Recipient, ["rcpt to"]),
    ];
}
