using Actors.Grains.Couriers;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Mail.Replies;

namespace Actors.Silo.Delivery;

/// <summary>Runs attempts outside of grain turns, and tells their outcome until it is stored.</summary>
public sealed class Deliveries(
    IGrainFactory grains, AttemptMaker attempts, TimeProvider time, ILogger<Deliveries> log) : IDeliveries, IDisposable
{
    /// <summary>How long to wait before an outcome that could not be stored is told again. The slot stays taken
    /// meanwhile, so that a store in trouble stops deliveries instead of making duplicates.</summary>
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromSeconds(1);

    private static readonly Reply OwnFault = Reply.Of(451, "4.3.0", "A fault in this system ended the attempt");

    private readonly CancellationTokenSource hardStop = new();
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay;
    private volatile bool draining;

    public void Start(DeliveryOrder order, string courier, string site)
    {
        if (draining)
            return;
        Interlocked.Increment(ref underWay);
        ThreadPool.UnsafeQueueUserWorkItem(
            static work => _ = work.Self.Run(work.order, work.courier, work.site),
            (Self: this, order, courier, site), preferLocal: true);
    }

    /// <summary>Begins no further attempt and waits for those under way.</summary>
    /// <param name="limit">When cancelled, dialogues are cut: before the final dot nothing has happened, after it the
    /// outcome is uncertain.</param>
    public async Task Drain(CancellationToken limit)
    {
        draining = true;
        await using var cut =
            limit.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), hardStop);
        if (Volatile.Read(ref underWay) > 0)
            await idle.Task;
    }

    public void Dispose() => hardStop.Dispose();

    private async Task Run(DeliveryOrder order, string courier, string site)
    {
        try
        {
            var made = await Make(order);
            if (made is null || (made.Report is { } report && !await Tell(order, report)))
                return; // stopping: the next process makes the attempt
            await grains.GetGrain<ICourierGrain>(courier).Finished(order.Message, site, made.Result);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "the end of an attempt to deliver {Message} could not be told", order.Message);
            _ = grains.GetGrain<ICourierGrain>(courier).Finished(order.Message, site, SlotResult.Unused);
        }
        finally
        {
            if (Interlocked.Decrement(ref underWay) == 0 && draining)
                idle.TrySetResult();
        }
    }

    /// <summary>A fault of ours counts as an attempt, so that the message goes by its schedule. One that must not be
    /// sent twice is told nothing: its own clock knows from the record whether the attempt had begun.</summary>
    private async Task<MadeAttempt?> Make(DeliveryOrder order)
    {
        try
        {
            return await attempts.Make(order, hardStop.Token);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "an attempt to deliver {Message} ended in a fault", order.Message);
            if (draining)
                return null;
            var outcome = new AttemptOutcome.Uncertain(OwnFault);
            return new MadeAttempt(
                order.OnUncertain == OnUncertain.Hold
                    ? null
                    : new AttemptReport(order.Attempt, order.Epoch, outcome, AttemptTrace.None),
                SlotResult.Unused);
        }
    }

    private async Task<bool> Tell(DeliveryOrder order, AttemptReport report)
    {
        var message = grains.GetGrain<IMessageGrain>(order.Message.ToString());
        while (true)
        {
            try
            {
                await message.Report(report);
                return true;
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "the outcome of {Message} could not be stored yet", order.Message);
            }
            if (hardStop.IsCancellationRequested)
                return false;
            await Task.Delay(TellAgainAfter, time, CancellationToken.None);
        }
    }
}
