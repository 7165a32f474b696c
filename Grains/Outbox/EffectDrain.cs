using Actors.Grains.Messages;
using Actors.Grains.Notices;
using Actors.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Outbox;

/// <summary>Carries out what events mean to other grains. One that fails stays stored, keeps none of the others
/// waiting, and is tried again with the next effect or reading, whichever comes first.</summary>
public sealed class EffectDrain(IEffectStore effects, IGrainFactory grains, ILogger<EffectDrain> log)
{
    public async Task Run(int partition)
    {
        for (var after = 0L; ;)
        {
            var page = await effects.Read(partition, after, OutboxLimits.EffectsPage);
            foreach (var effect in page)
                await CarryOut(effect);
            if (page.Length < OutboxLimits.EffectsPage)
                return;
            after = page[^1].Number;
        }
    }

    private async Task CarryOut(StoredEffect stored)
    {
        try
        {
            await (stored.Effect switch
            {
                MessageEffect.FailureNotice =>
                    grains.GetGrain<INoticeGrain>(stored.Message.ToString()).ReportFailure(),
                _ => throw new InvalidOperationException($"unknown effect {stored.Effect}"),
            });
            await effects.Done(stored.Number);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "{Effect} of message {Message} is tried again", stored.Effect, stored.Message);
        }
    }
}
