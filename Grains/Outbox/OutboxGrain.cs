using System.Globalization;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Outbox;

/// <summary>Shell of an outbox partition: one timer, one window of alarms, a bounded number of messages being
/// woken.</summary>
public sealed class OutboxGrain(
    IDueMessages due, HeldMail held, IEffectStore effects, TimeProvider time, ILogger<OutboxGrain> log)
    : Grain, IOutboxGrain, IRemindable
{
    private const string ReminderName = "read-window";

    private readonly AlarmWindow window = new();

    private IGrainTimer? timer;
    private int waking;
    private bool releasing;
    private EffectDrain? drain;

    private int Partition =>
        int.Parse(this.GetPrimaryKeyString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private EffectDrain Drain => drain ??= new EffectDrain(Partition, effects, GrainFactory, time, log);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        timer = this.RegisterGrainTimer(Ring, new GrainTimerCreationOptions
        {
            DueTime = TimeSpan.Zero, Period = OutboxLimits.Reading, KeepAlive = true,
        });
        return Task.CompletedTask;
    }

    /// <remarks>Writes only the first time: on a full disk the server still starts, and delivers what it has.</remarks>
    public async Task Start()
    {
        if (await this.GetReminder(ReminderName) is null)
            await this.RegisterOrUpdateReminder(ReminderName, OutboxLimits.Reading, OutboxLimits.Reading);
    }

    /// <summary>Wakes the clock itself after a restart; the work is the timer's.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    public Task Watch(MessageKey message, DateTimeOffset dueAt)
    {
        window.Watch(message, dueAt);
        Arm();
        return Task.CompletedTask;
    }

    public Task Release(HoldReason reason, AccountKey? account)
    {
        _ = Unattended(held.Release(Partition, reason, account));
        return Task.CompletedTask;
    }

    public Task ReleaseTenant(HoldReason reason, TenantId tenant)
    {
        _ = Unattended(held.Release(Partition, reason, tenant));
        return Task.CompletedTask;
    }

    public Task CarryOutEffects()
    {
        _ = Drain.Run();
        return Task.CompletedTask;
    }

    private async Task Ring(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (window.IsReadingDue(now))
            await Read(now);
        WakeDue();
        Arm();
    }

    private async Task Read(DateTimeOffset now)
    {
        window.BeginReading(now);
        var limit = window.RowsToRead;
        try
        {
            window.Read(await due.Read(Partition, now + OutboxLimits.Window, limit), limit, now);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "the window of partition {Partition} could not be read", Partition);
        }
        if (!releasing)
            _ = ReleaseWhatMayGo();
        _ = Drain.Run();
    }

    private async Task ReleaseWhatMayGo()
    {
        releasing = true;
        await Unattended(held.ReleaseWhatMayGo(Partition));
        releasing = false;
    }

    /// <summary>Lets work on many messages run beside the clock's turns; the next reading makes up for a
    /// failure.</summary>
    private async Task Unattended(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "work of partition {Partition} failed and is tried again in a minute", Partition);
        }
    }

    private void WakeDue()
    {
        var now = time.GetUtcNow();
        while (waking < OutboxLimits.WakingMax && window.TryTake(now, out var alarm))
        {
            waking++;
            _ = Wake(alarm);
        }
    }

    /// <summary>Not awaited by the timer's turn: one slow message must not keep the others waiting.</summary>
    private async Task Wake(DueMessage alarm)
    {
        DateTimeOffset? next;
        try
        {
            next = await GrainFactory.GetGrain<IMessageGrain>(alarm.Message.ToString()).Wake();
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "message {Message} could not be woken and is tried again in a minute", alarm.Message);
            next = time.GetUtcNow() + OutboxLimits.Reading;
        }
        window.Answered(alarm, next);
        waking--;
        WakeDue();
        Arm();
    }

    /// <summary>Sets the one timer to the next alarm or reading, whichever comes first.</summary>
    private void Arm()
    {
        var now = time.GetUtcNow();
        var next = window.IsReadingDue(now) ? now : window.NextReading;
        if (waking < OutboxLimits.WakingMax && window.NextAlarm is { } alarm && alarm < next)
            next = alarm;
        timer?.Change(next > now ? next - now : TimeSpan.Zero, OutboxLimits.Reading);
    }
}
