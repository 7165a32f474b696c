using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.Ports;
using Actors.Grains.Subscriptions;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Allowances;

/// <summary>Shell of an allowance: a book for each month, a count where one is due, and a word to who warns.</summary>
public sealed class AllowanceGrain(IAllowanceReader reader, TimeProvider time, ILogger<AllowanceGrain> log)
    : Grain, IAllowanceGrain
{
    private readonly SortedDictionary<int, AllowanceBook> books = [];
    private readonly HashSet<AllowanceBook> counting = [];
    private DateTimeOffset planReadAt;
    private long last;
    private bool looking;

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    private IAllowanceWatchGrain Watch => GrainFactory.GetGrain<IAllowanceWatchGrain>(Tenant.Value);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        last = time.GetUtcNow().UtcTicks; // what an activation before this one gave out is none of its numbers
        return Task.CompletedTask;
    }

    public async Task<AllowanceAnswer> Reserve(AllowanceRequest request)
    {
        var now = time.GetUtcNow();
        var book = BookOf(BillingMonth.Of(request.At));
        DelayDeactivation(AllowanceLimits.ReservationTime); // what is open is known here alone
        if (now - planReadAt > AllowanceLimits.PlanTime)
            _ = Unattended(ReadPlan());
        var number = ++last;
        if (!book.TryTake(number, request, now))
        {
            book.Forget(now - AllowanceLimits.ReservationTime);
            var answer = book.Wait(number, request);
            CountWhereDue(book);
            if (!await answer)
                return new AllowanceAnswer(0, AllowanceRules.Exhausted(book, request));
        }

        if (book.ReachesLevel)
            await Arm(book, number);
        return new AllowanceAnswer(number, null);
    }

    public Task Settle(long number, bool used)
    {
        if (books.Values.FirstOrDefault(book => book.Settle(number, used)) is { } book)
            Settled(book);
        return Task.CompletedTask;
    }

    public async Task<AllowanceView> Get()
    {
        var month = BillingMonth.Of(time.GetUtcNow());
        var plan = await Plan();
        return new AllowanceView(
            month, new Used(await reader.Messages(Tenant, month), plan.MessagesPerMonth),
            new Used(await reader.ActiveContacts(Tenant), plan.ActiveContactsPerMonth));
    }

    /// <summary>The book of a month that is over stays until all that is open in it is settled.</summary>
    private AllowanceBook BookOf(BillingMonth month)
    {
        if (books.TryGetValue(month.Number, out var known))
            return known;
        foreach (var over in books.Where(one => one.Value.IsIdle).Select(one => one.Key).ToArray())
            books.Remove(over);
        return books[month.Number] = new AllowanceBook(month);
    }

    private void CountWhereDue(AllowanceBook book)
    {
        if (book.IsCountDue && counting.Add(book))
            _ = Count(book);
    }

    /// <summary>With the plan of this moment: a larger one has room at once.</summary>
    private async Task Count(AllowanceBook book)
    {
        try
        {
            await ReadPlan();
            var messages = await reader.Messages(Tenant, book.Month);
            var contacts = await reader.ActiveContacts(Tenant);
            book.Recounted(messages, contacts, time.GetUtcNow());
        }
        catch (Exception fault)
        {
            book.Failed(fault);
        }
        finally
        {
            counting.Remove(book);
        }

        CountWhereDue(book);
    }

    private async Task ReadPlan()
    {
        planReadAt = time.GetUtcNow();
        var plan = await Plan();
        foreach (var book in books.Values)
            (book.Messages.Limit, book.Contacts.Limit) = (plan.MessagesPerMonth, plan.ActiveContactsPerMonth);
    }

    private Task<PlanView> Plan() => GrainFactory.GetGrain<ISubscriptionGrain>(Tenant.Value).Plan();

    /// <summary>Before anything is stored: after a crash it is looked at all the same.</summary>
    private async Task Arm(AllowanceBook book, long number)
    {
        try
        {
            await Watch.Arm();
            book.Arm();
        }
        catch
        {
            book.Settle(number, used: false);
            Settled(book);
            throw;
        }
    }

    private void Settled(AllowanceBook book)
    {
        CountWhereDue(book);
        if (book.IsLookDue && !looking)
            _ = Unattended(Look(book));
    }

    private async Task Look(AllowanceBook book)
    {
        looking = true;
        try
        {
            do
            {
                book.BeginLook();
                book.Looked(await Watch.Look());
            }
            while (book.IsLookDue);
        }
        finally
        {
            looking = false;
        }
    }

    private async Task Unattended(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "the allowance of {Tenant} is looked at again later", Tenant);
        }
    }
}
