using Actors.Grains.Allowances;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Grains.Contacts;

/// <summary>Shell of a contact: loads, asks the rules, commits once.</summary>
/// <remarks>It leaves memory after a moment, so that a campaign leaves no million contacts there. Submissions and
/// imports write rows, too, so it reads its own again for each question after the first.</remarks>
public sealed class ContactGrain(
    [PersistentState("contact", StorageNames.Contacts)] IPersistentState<ContactState> stored,
    IDomainEntries domains,
    ContactOptions options,
    TimeProvider time) : BriefGrain, IContactGrain
{
    private bool wasAsked;

    private ContactKey Key => ContactKey.Parse(this.GetPrimaryKeyString());

    public async Task<SendingAnswer> MaySend(SendingQuestion question)
    {
        await Look();
        var domain = await domains.Find(Key.Tenant, question.Domain);
        var refusal = SendingRules.May(stored.State, domain, question, time.GetUtcNow());
        var hasRun = !stored.State.Run.IsEmpty;
        return refusal is null && !hasRun ? SendingAnswer.Yes : new SendingAnswer(refusal, hasRun);
    }

    public async Task Apply(ContactCause cause)
    {
        await Look();
        await Decide(contact => (ContactRules.Apply(contact, cause, options), null));
    }

    public async Task<Answer<ContactView>> Ask(ContactCommand command, string? ifMatch)
    {
        await Look();
        if (Answer.Stale(ifMatch, stored.Etag) is { } stale)
            return stale;
        var now = time.GetUtcNow();
        if (command is ContactCommand.SignUp signUp
            && (await domains.Find(Key.Tenant, signUp.Address.Domain))?.Holds(now) == true)
            return Answer.NotFound; // nobody is asked at a domain on the blacklist
        var isNew = false;
        var refused = await Decide(contact =>
        {
            isNew = ContactChanges.Makes(contact, command, now);
            return Decided(contact, command, now);
        });
        if (refused is { } refusal)
            return refusal;
        var view = ContactViews.Of(Key.Hash, stored.State, now); // of nothing, once it is cleared
        return Answer.Of(view, stored.Etag) with { IsNew = isNew };
    }

    public async Task<Answer<ContactView>> Get()
    {
        await Look();
        return Seen();
    }

    private Task Look()
    {
        LeaveSoon();
        var isKnown = !wasAsked;
        wasAsked = true;
        return isKnown ? Task.CompletedTask : stored.ReadStateAsync();
    }

    /// <returns>A state of null is one to be cleared.</returns>
    private (ContactState? State, Refusal? Refusal) Decided(
        ContactState contact, ContactCommand command, DateTimeOffset now)
    {
        if (!IsThere(contact, command))
            return (contact, Answer.NotFound);
        switch (command)
        {
            case ContactCommand.Put put:
                var made = ContactChanges.Put(contact, put, now);
                return (made, ContactChanges.Check(made));
            case ContactCommand.Change change:
                var changed = ContactChanges.Change(contact, change, now);
                return (changed, ContactChanges.Check(changed));
            case ContactCommand.Leave leave:
                var left = ContactChanges.Leave(contact, leave, now);
                return (left, ContactChanges.Check(left));
            case ContactCommand.SignUp signUp:
                return (ContactConsents.SignUp(contact, signUp.Address, now), null);
            case ContactCommand.Confirm confirm:
                return (ContactConsents.Confirm(contact, confirm), null);
            case ContactCommand.Block block:
                return (ContactBlocks.Block(contact, block, now), null);
            case ContactCommand.Unblock unblock:
                return ContactBlocks.Unblock(contact, unblock.Reasons, now);
            case ContactCommand.Erase:
                return (ContactChanges.Erase(contact), null);
            default:
                throw new InvalidOperationException($"unknown command {command.GetType().Name}");
        }
    }

    private bool IsThere(ContactState contact, ContactCommand command) => command switch
    {
        ContactCommand.Put or ContactCommand.SignUp or ContactCommand.Block or ContactCommand.Leave => true,
        ContactCommand.Change or ContactCommand.Confirm => contact.IsContact,
        ContactCommand.Erase => stored.RecordExists && contact.BlockedDomain is null,
        _ => stored.RecordExists,
    };

    private Answer<ContactView> Seen() => stored.RecordExists
        ? Answer.Of(ContactViews.Of(Key.Hash, stored.State, time.GetUtcNow()), stored.Etag)
        : Answer.NotFound;

    /// <summary>Decides and commits; once more where a submission has made the row, or made a contact of it,
    /// meanwhile.</summary>
    private async Task<Refusal?> Decide(Func<ContactState, (ContactState? State, Refusal? Refusal)> rule)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var (next, refusal) = rule(stored.State);
            if (refusal is not null || ReferenceEquals(next, stored.State))
                return refusal;
            try
            {
                return await Store(next);
            }
            catch (InconsistentStateException) when (isFirst)
            {
                await stored.ReadStateAsync();
            }
        }
    }

    /// <summary>One more active contact is stored where the tenant's plan has room for it.</summary>
    private async Task<Refusal?> Store(ContactState? next)
    {
        if (!ActiveContacts.Add(stored.State, next))
        {
            await Commit(next);
            return null;
        }

        var allowance = GrainFactory.GetGrain<IAllowanceGrain>(Key.Tenant.Value);
        var (_, refusal) = await allowance.Commit(new AllowanceRequest(0, 1, time.GetUtcNow()), async () =>
        {
            await Commit(next);
            return true;
        });
        return refusal;
    }

    private async Task Commit(ContactState? next)
    {
        await (next is null ? stored.Erase(this) : stored.Save(next, this));
        stored.State = stored.State with { Outcome = null };
    }
}
