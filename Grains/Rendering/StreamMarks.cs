using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;

namespace Actors.Grains.Rendering;

/// <summary>What a message says of the stream it is sent on.</summary>
public static class StreamMarks
{
    /// <remarks>
    /// Nothing in it differs between the recipients of an account, or receivers would have nothing to sum up. Mail
    /// with the null reverse path is a notification or another answer of a program (RFC 5321 §4.5.5): it is sent on
    /// no stream, and has none.
    /// </remarks>
    public static SendingMarks Of(
        MailStream stream, AccountId account, TenantId tenant, ReversePath reversePath, string feedbackSender)
    {
        if (reversePath.IsNull)
            return SendingMarks.None;
        var (precedence, name) = stream == MailStream.Marketing
            ? (Precedence.Bulk, "marketing")
            : (Precedence.List, "transactional");
        return new SendingMarks(precedence, FeedbackId.Of(account.Value, name, tenant.Value, feedbackSender));
    }
}
