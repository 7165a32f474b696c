using Actors.Grains.Subscriptions;

namespace Actors.Grains.Allowances;

/// <summary>A month of a tenant: what is reserved, and who waits for an answer. In memory alone.</summary>
/// <remarks>It is counted anew only while nothing is open: what is being stored might be in such a count and
/// might not. At the limit, those who ask wait for that moment, and one count answers all of them.</remarks>
public sealed class AllowanceBook(BillingMonth month)
{
    private readonly Dictionary<long, (AllowanceRequest Request, DateTimeOffset Since)> open = [];
    private readonly Queue<(long Number, AllowanceRequest Request, TaskCompletionSource<bool> Answer)> waiting = [];

    public BillingMonth Month { get; } = month;

    public AllowanceMeter Messages { get; } = new();

    public AllowanceMeter Contacts { get; } = new();

    /// <summary>Whether it was counted at all.</summary>
    public bool IsCounted { get; private set; }

    /// <summary>Those who wait can be answered after a count.</summary>
    public bool IsCountDue => open.Count == 0 && waiting.Count > 0;

    /// <summary>Nobody has anything open or waits.</summary>
    public bool IsIdle => open.Count == 0 && waiting.Count == 0;

    /// <summary>A level may be reached that nobody looks after yet.</summary>
    public bool ReachesLevel => Messages.Level > Messages.Armed || Contacts.Level > Contacts.Armed;

    /// <summary>What was stored since the last look may have reached a level.</summary>
    public bool IsLookDue { get; private set; }

    /// <summary>Where nobody waits and there is room, it is taken.</summary>
    public bool TryTake(long number, AllowanceRequest request, DateTimeOffset now)
    {
        if (!IsCounted || waiting.Count > 0 || !HasRoom(request))
            return false;
        Take(number, request, now);
        return true;
    }

    /// <summary>Waits for the next count.</summary>
    /// <returns>Whether there is room, which is then taken under that number.</returns>
    public Task<bool> Wait(long number, AllowanceRequest request)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((number, request, answer));
        return answer.Task;
    }

    /// <returns>False where the reservation is not known.</returns>
    public bool Settle(long number, bool used)
    {
        if (!open.Remove(number, out var one))
            return false;
        Messages.Settle(one.Request.Messages, used);
        Contacts.Settle(one.Request.Contacts, used);
        IsLookDue |= used && (Messages.IsLookDue || Contacts.IsLookDue);
        return true;
    }

    /// <summary>Somebody looks after the levels that what is open may reach.</summary>
    public void Arm()
    {
        Messages.Arm();
        Contacts.Arm();
    }

    /// <summary>What is stored by now is looked at.</summary>
    public void BeginLook()
    {
        IsLookDue = false;
        if (open.Count > 0)
            return; // what is open may reach the level still
        Messages.Disarm();
        Contacts.Disarm();
    }

    public void Looked(AllowanceLevels told)
    {
        Messages.Told = told.Messages;
        Contacts.Told = told.Contacts;
    }

    /// <summary>Forgets reservations that were lost with the process that made them. What they stored, the next count
    /// finds.</summary>
    public void Forget(DateTimeOffset before)
    {
        foreach (var number in open.Where(one => one.Value.Since < before).Select(one => one.Key).ToArray())
            Settle(number, used: false);
    }

    /// <summary>Takes a count that was made while nothing was open, and answers who waits, in the order they
    /// came.</summary>
    public void Recounted(long messages, long contacts, DateTimeOffset now)
    {
        Messages.Recounted(messages);
        Contacts.Recounted(contacts);
        IsCounted = true;
        while (waiting.TryDequeue(out var one))
        {
            var hasRoom = HasRoom(one.Request);
            if (hasRoom)
                Take(one.Number, one.Request, now);
            one.Answer.SetResult(hasRoom);
        }
    }

    /// <summary>Tells those who wait that there is no count.</summary>
    public void Failed(Exception fault)
    {
        while (waiting.TryDequeue(out var one))
            one.Answer.SetException(fault);
    }

    private bool HasRoom(AllowanceRequest request) =>
        Messages.HasRoom(request.Messages) && Contacts.HasRoom(request.Contacts);

    private void Take(long number, AllowanceRequest request, DateTimeOffset now)
    {
        open.Add(number, (request, now));
        Messages.Take(request.Messages);
        Contacts.Take(request.Contacts);
    }
}
