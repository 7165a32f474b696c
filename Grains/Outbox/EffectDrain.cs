using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Notices;
using Actors.Grains.Ports;
using Actors.Grains.Thresholds;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Outbox;

/// <summary>Carries out what events of one partition mean to other grains: several at a time, so that one that takes
/// long keeps none of the others waiting. One that fails stays stored, see <see cref="EffectRules"/>.</summary>
internal sealed class EffectDrain(
    int partition, IEffectStore effects, IGrainFactory grains, TimeProvider time, ILogger log)
{
    private readonly HashSet<long> underWay = [];
    private readonly List<long> ended = [];
    private long? troubleAt;
    private bool reading;
    private bool more;

    /// <summary>The store took no write a moment ago: what was done would be done again and again.</summary>
    private bool IsResting => troubleAt is { } since && time.GetElapsedTime(since) < OutboxLimits.Reading;

    /// <summary>Begins with what is due, as far as there is room; the rest follows as these end.</summary>
    public async Task Run()
    {
        more = true;
        if (reading)
            return;
        reading = true;
        try
        {
            while (more && !IsResting && underWay.Count <= OutboxLimits.EffectsAtOnce / 2)
                await Begin();
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "the effects of partition {Partition} could not be read", partition);
        }
        reading = false;
    }

    private async Task Begin()
    {
        more = false;
        const int Rows = 2 * OutboxLimits.EffectsAtOnce; // those under way are among them
        var due = await effects.ReadDue(partition, time.GetUtcNow(), Rows);
        foreach (var effect in due)
        {
            if (underWay.Count < OutboxLimits.EffectsAtOnce && underWay.Add(effect.Number))
                _ = CarryOut(effect);
        }
        more |= due.Length == Rows || due.Any(effect => !underWay.Contains(effect.Number));
        underWay.ExceptWith(ended);
        ended.Clear();
    }

    private async Task CarryOut(StoredEffect stored)
    {
        try
        {
            await (await Tell(stored) is { } fault
                ? effects.PutOff(stored.Number, Setback(stored, fault))
                : effects.Done(stored.Number));
        }
        catch (Exception fault)
        {
            troubleAt = time.GetTimestamp();
            log.LogWarning(fault, "what became of effect {Number} could not be stored", stored.Number);
        }
        if (reading)
            ended.Add(stored.Number); // what is being read may still show it
        else
            underWay.Remove(stored.Number);
        if (more)
            await Run();
    }

    /// <returns>Why it failed; null when it was carried out.</returns>
    private async Task<Exception?> Tell(StoredEffect stored)
    {
        try
        {
            await (stored.Effect switch
            {
                MessageEffect.FailureNotice =>
                    grains.GetGrain<INoticeGrain>(stored.Message.ToString()).ReportFailure(),
                MessageEffect.Contact => TellContact(stored.Message, ContactNews.Failed),
                MessageEffect.ContactDelivered => TellContact(stored.Message, ContactNews.Delivered),
                MessageEffect.Complaint => TellContact(stored.Message, ContactNews.Complained),
                MessageEffect.LateBounce => TellContact(stored.Message, ContactNews.LateBounced),
                MessageEffect.Unsubscribe => TellContact(stored.Message, ContactNews.Unsubscribed),
                _ => throw new InvalidOperationException($"unknown effect {stored.Effect}"),
            });
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    /// <summary>A message that is erased meanwhile tells nobody anything. After what can make a rate rise, its tenant's
    /// rates are looked at.</summary>
    private async Task TellContact(MessageKey message, ContactNews news)
    {
        if (await grains.GetGrain<IMessageGrain>(message.ToString()).Cause(news) is { Address: { } address } cause)
            await Tell(message.Tenant, ContactKey.Of(message.Tenant, address), cause);
    }

    private async Task Tell(TenantId tenant, ContactKey contact, ContactCause cause)
    {
        await grains.Contact(contact).Apply(cause);
        if (cause is ContactCause.Complained
            or ContactCause.Failed { Verdict.Hard: true } or ContactCause.LateBounced { Verdict.Hard: true })
            await grains.GetGrain<IThresholdGrain>(tenant.Value).Look();
    }

    private EffectSetback Setback(StoredEffect stored, Exception fault)
    {
        var setback = EffectRules.After(stored, time.GetUtcNow(), fault);
        if (setback.DueAt is { } due)
            log.LogWarning(
                fault,
                "effect {Number} ({Effect} of {Message}) failed {Failures} times and is tried again at {Due:u}",
                stored.Number, stored.Effect, stored.Message, setback.Failures, due);
        else
            log.LogError(
                fault,
                "effect {Number} ({Effect} of {Message}) failed {Failures} times since {First:u} and is tried no more: "
                + "see /v1/admin/failed-effects",
                stored.Number, stored.Effect, stored.Message, setback.Failures, setback.FirstFailedAt);
        return setback;
    }
}
