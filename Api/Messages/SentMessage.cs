using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;

namespace Actors.Api.Messages;

/// <summary>What a client is told of a message it handed in, the same for each repeat with its idempotency
/// key.</summary>
/// <param name="Id">msg_...; absent for a dry run, of which nothing is stored.</param>
/// <param name="Status">accepted or scheduled.</param>
/// <param name="Recipients">In the order to, cc, bcc.</param>
/// <param name="MessageId">The Message-ID in the mail's header.</param>
/// <param name="DryRun">True where the message was checked and not stored; else absent.</param>
internal sealed record SentMessage(
    string? Id,
    string Status,
    IReadOnlyList<SentRecipient> Recipients,
    string? MessageId,
    DateTimeOffset CreatedAt,
    bool? DryRun)
{
    public static SentMessage Accepted(SubmissionReceipt receipt) => new(
        receipt.Id.ToString(), receipt.Phase.ToText(), RecipientsOf(receipt, stored: true), receipt.MessageIdHeader,
        receipt.CreatedAt, null);

    public static SentMessage Checked(SubmissionReceipt receipt) => new(
        null, receipt.Phase.ToText(), RecipientsOf(receipt, stored: false), null, receipt.CreatedAt, true);

    private static SentRecipient[] RecipientsOf(SubmissionReceipt receipt, bool stored)
    {
        var status = receipt.Phase.ToText();
        var recipients = new SentRecipient[receipt.Recipients.Length];
        for (var i = 0; i < recipients.Length; i++)
            recipients[i] = new SentRecipient(
                stored ? new MessageId(receipt.Id, i).ToString() : null, receipt.Recipients[i].ToString(), status);
        return recipients;
    }
}

/// <param name="Id">rcp_...; absent for a dry run.</param>
internal sealed record SentRecipient(string? Id, string Email, string Status);
