using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Messages;

namespace Actors.Grains.Rendering;

/// <summary>What a message says of the stream it is sent on.</summary>
public static class StreamMarks
{
    /// <remarks>
    /// Nothing in it differs between the recipients of an account, or receivers would have nothing to sum up.
    /// </remarks>
    public static SendingMarks Of(MailStream stream, AccountId account, TenantId tenant, string feedbackSender) =>
        stream == MailStream.Marketing
            ? new SendingMarks(
                Precedence.Bulk, FeedbackId.Of(account.Value, "marketing", tenant.Value, feedbackSender))
            : new SendingMarks(
                Precedence.List, FeedbackId.Of(account.Value, "transactional", tenant.Value, feedbackSender));
}
