using Actors.Api.Json;
using Actors.Grains.Messages;
using Actors.Grains.Statistics;

namespace Actors.Api.Reports;

/// <param name="Recipient">rcp_...</param>
/// <param name="Message">msg_...</param>
/// <param name="Status">Of the message at present.</param>
/// <param name="At">When it happened; absent for held.</param>
/// <param name="Data">What the event says, as in the log; absent for held.</param>
internal sealed record ReportedRecipientBody(
    string Email, string Recipient, string Message, string SmtpAccount, string? Campaign, IReadOnlyList<string> Tags,
    string Status, DateTimeOffset? At, RawJson? Data)
{
    public static ReportedRecipientBody Of(ReportedRecipient one) => new(
        one.Message.Recipient.ToString(), one.Message.Id.ToString(), one.Message.Id.Submission.ToString(),
        one.Message.Account.Value, one.Message.Campaign, one.Message.Tags, one.Message.Phase.ToText(), one.At,
        one.Data is { } data ? new RawJson(data) : null);
}
