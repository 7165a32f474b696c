using System.Collections.Immutable;
using Actors.Grains.Allowances;
using Actors.Grains.Messages;
using Actors.Grains.Ports;

namespace Actors.Grains.Submissions;

/// <content>The commit, within the tenant's allowance.</content>
public sealed partial class SubmissionGrain
{
    /// <returns>Whether it was stored, or why nothing was tried.</returns>
    private async Task<(bool Stored, Refusal? Refusal)> Commit(SubmissionRecord record)
    {
        var charged = record.Messages.Count(message => message.Charged);
        var contacts = await NewContacts(record);
        return charged + contacts == 0
            ? (await store.Commit(record), null)
            : await GrainFactory.GetGrain<IAllowanceGrain>(record.Tenant.Value).Commit(
                new AllowanceRequest(charged, contacts, record.Submission.CreatedAt), () => store.Commit(record));
    }

    /// <summary>Whoever is sent marketing becomes a contact with the commit.</summary>
    private async Task<int> NewContacts(SubmissionRecord record)
    {
        var addresses = record.Messages.Where(message => message.Stream == MailStream.Marketing)
            .Select(message => message.Recipient).ToImmutableArray();
        return addresses.IsEmpty ? 0 : await allowances.NewContacts(record.Tenant, addresses);
    }
}
