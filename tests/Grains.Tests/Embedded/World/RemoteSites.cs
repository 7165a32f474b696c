using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>Plays receiving sites by script, outside of grain turns, on a thread that the test lends it.</summary>
internal sealed class RemoteSites(Func<IGrainFactory> grains, TimeProvider time) : SynchronizationContext, IDeliveries
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();
    private readonly List<AttemptMade> made = [];
    private readonly List<DeliveryOrder> orders = [];
    private readonly HashSet<MessageKey> live = [];
    private int process;

    /// <summary>Asked for every attempt; the default takes all mail at once.</summary>
    public Func<DeliveryOrder, Answer> Script { get; set; } = _ => Answer.Ok;

    /// <summary>Attempts that said MAIL FROM, in order.</summary>
    public IReadOnlyList<AttemptMade> Made => made;

    /// <summary>What the courier let go, in order.</summary>
    public IReadOnlyList<DeliveryOrder> Started => orders;

    /// <summary>Attempts on the wire, now and at most.</summary>
    public int Open { get; private set; }

    public int OpenMax { get; private set; }

    /// <summary>Whether two attempts of one message were ever on the wire at the same time.</summary>
    public bool Overlapped { get; private set; }

    /// <summary>The process is gone: what is on the wire goes on without it, and nobody hears of it.</summary>
    public void Crash()
    {
        process++;
        Open = 0;
        live.Clear();
        ready.Clear();
    }

    public IEnumerable<double> MinutesOf(MessageKey message)
    {
        var times = made.Where(attempt => attempt.Message == message).Select(attempt => attempt.At).ToArray();
        return times.Zip(times.Skip(1), (a, b) => (b - a).TotalMinutes);
    }

    public void Start(DeliveryOrder order, string courier, string site)
    {
        orders.Add(order);
        Open++;
        Overlapped |= !live.Add(order.Message);
        OpenMax = Math.Max(OpenMax, Open);
        Post(_ => _ = Play(order, courier, site, process), null);
    }

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (ready)
            ready.Enqueue((d, state));
    }

    /// <returns>False when nothing was to be done.</returns>
    public bool Pump()
    {
        var before = Current;
        SetSynchronizationContext(this);
        var done = 0;
        for (; TryTake(out var next); done++)
            next.Callback(next.State);
        SetSynchronizationContext(before);
        return done > 0;
    }

    private bool TryTake(out (SendOrPostCallback Callback, object? State) next)
    {
        lock (ready)
            return ready.TryDequeue(out next);
    }

    private async Task Play(DeliveryOrder order, string courier, string site, int started)
    {
        var message = grains().GetGrain<IMessageGrain>(order.Message.ToString());
        var account = grains().GetGrain<ISmtpAccountGrain>(
            new AccountKey(order.Message.Tenant, order.Account).ToString());
        var consent = await new Consent(grains()).Ask(order);
        var answer = (await account.Gate()).Reason is var reason && reason != HoldReason.None
            ? new Answer(new AttemptOutcome.Withheld(reason), SlotResult.Unused)
            : consent.Refusal is { } refusal
            ? new Answer(new AttemptOutcome.Suppressed(refusal), SlotResult.Unused)
            : order.OnUncertain == OnUncertain.Hold && !await message.MayStart(order.Attempt, order.Epoch)
                ? new Answer(null, SlotResult.Unused) { LosesReport = true }
                : Said(order, site);
        if (answer.Takes > TimeSpan.Zero)
            await Task.Delay(answer.Takes, time, CancellationToken.None);
        if (process != started)
            return;
        live.Remove(order.Message);
        if (answer.Outcome is null && answer.Slot != SlotResult.Unused)
            return;
        if (answer is { LosesReport: false, Outcome: { } outcome })
        {
            if (outcome is AttemptOutcome.Delivered delivered)
                outcome = delivered with { EndsRun = consent.HasRun };
            await Tell(message, new AttemptReport(order.Attempt, order.Epoch, outcome, AttemptTrace.None));
        }

        Open--;
        await grains().GetGrain<ICourierGrain>(courier).Finished(order.Message, site, answer.Slot);
    }

    private Answer Said(DeliveryOrder order, string site)
    {
        var answer = Script(order);
        made.Add(new AttemptMade(order.Message, order.Attempt, time.GetUtcNow(), answer, site));
        return answer;
    }

    /// <summary>Until it is stored, once a second.</summary>
    private async Task Tell(IMessageGrain message, AttemptReport report)
    {
        while (true)
        {
            try
            {
                await message.Report(report);
                return;
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, CancellationToken.None);
            }
        }
    }
}

internal sealed record AttemptMade(
    MessageKey Message, int Attempt, DateTimeOffset At, Answer Answer, string Site);
