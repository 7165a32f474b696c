using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;

namespace Actors.Grains.Submissions;

/// <content>What is known of recipients that are contacts.</content>
public sealed partial class SubmissionGrain
{
    /// <summary>One reading for all recipients, and none where nothing asks for details.</summary>
    private async ValueTask<SubmitCommand> Known(
        TenantId tenant, SubmitCommand command, AccountAddressing? addressing) =>
        KnownDetails.AreWanted(command, addressing)
            ? KnownDetails.Fill(
                command, addressing,
                await details.Find(tenant, [.. command.Recipients.Select(recipient => recipient.Address)]))
            : command;
}
