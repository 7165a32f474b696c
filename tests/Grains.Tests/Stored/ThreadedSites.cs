using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;

namespace Actors.Grains.Tests.Stored;

/// <summary>Plays receiving sites for one silo, each attempt on a thread of the pool.</summary>
internal sealed class ThreadedSites(
    IGrainFactory grains, LifecycleOptions lifecycle, Func<DeliveryOrder, Answer> answers, Func<bool> hasLostSilos)
    : IDeliveries
{
    public void Start(DeliveryOrder order, string courier, string site) => ThreadPool.QueueUserWorkItem(async _ =>
    {
        try
        {
            await Play(order, courier, site);
        }
        catch (Exception) when (hasLostSilos())
        {
            // the process that made this attempt is gone, and how that shows depends on where it was; any other fault
            // ends the tests
        }
    });

    private async Task Play(DeliveryOrder order, string courier, string site)
    {
        var message = grains.GetGrain<IMessageGrain>(order.Message.ToString());
        var account = grains.GetGrain<ISmtpAccountGrain>(
            new AccountKey(order.Message.Tenant, order.Account).ToString());
        var answer = (await account.Gate()).Reason is var reason && reason != HoldReason.None
            ? new Answer(new AttemptOutcome.Withheld(reason), SlotResult.Unused)
            : (await new Consent(grains).Ask(order)).Refusal is { } refusal
            ? new Answer(new AttemptOutcome.Suppressed(refusal), SlotResult.Unused)
            : answers(order);
        var records = answer.Outcome is not AttemptOutcome.Withheld
            && (order.OnUncertain == OnUncertain.Hold || lifecycle.RecordAttempts);
        if ((records && !await message.MayStart(order.Attempt, order.Epoch)) || answer.Outcome is not { } outcome)
            return;
        await message.Report(new AttemptReport(order.Attempt, order.Epoch, outcome, AttemptTrace.None));
        await grains.GetGrain<ICourierGrain>(courier).Finished(order.Message, site, answer.Slot);
    }
}
