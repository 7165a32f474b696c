using System.Collections.Immutable;
using Actors.Grains.Allowances;
using Actors.Grains.Messages;
using Actors.Grains.Ports;

namespace Actors.Grains.Submissions;

/// <content>The commit, with what it uses of the tenant's allowance reserved before and settled after.</content>
public sealed partial class SubmissionGrain
{
    /// <returns>Whether it was stored, or why nothing was tried.</returns>
    private async Task<(bool Stored, Refusal? Refusal)> Commit(SubmissionRecord record)
    {
        var charged = record.Messages.Count(message => message.Charged);
        var contacts = await NewContacts(record);
        if (charged + contacts == 0)
            return (await store.Commit(record), null);
        var allowance = GrainFactory.GetGrain<IAllowanceGrain>(record.Tenant.Value);
        var reserved = await allowance.Reserve(new AllowanceRequest(charged, contacts, record.Submission.CreatedAt));
        if (reserved.Refusal is { } refusal)
            return (false, refusal);
        var used = true; // also where nobody knows: rather too high until the next count than too low
        try
        {
            used = await store.Commit(record);
            return (used, null);
        }
        catch (StoreUnavailableException)
        {
            used = false;
            throw;
        }
        finally
        {
            _ = allowance.Settle(reserved.Number, used);
        }
    }

    /// <summary>Whoever is sent marketing becomes a contact with the commit.</summary>
    private async Task<int> NewContacts(SubmissionRecord record)
    {
        var addresses = record.Messages.Where(message => message.Stream == MailStream.Marketing)
            .Select(message => message.Recipient).ToImmutableArray();
        return addresses.IsEmpty ? 0 : await allowances.NewContacts(record.Tenant, addresses);
    }
}
