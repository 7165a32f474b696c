using System.Globalization;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Outbox;

/// <summary>Shell of an outbox partition: one timer, one window of alarms, a bounded number of messages being woken.</summary>
public sealed class OutboxGrain(IDueMessages due, HeldMail held, TimeProvider time, ILogger<OutboxGrain> log)
    : Grain, IOutboxGrain, IRemindable
{
    private const string ReminderName = "read-window";

    private readonly AlarmList alarms = new();

    /// <summary>Messages that answered "in hand": their rows are still due, and are left alone until then.</summary>
    private readonly Dictionary<MessageKey, DateTimeOffset> snoozed = [];

    private IGrainTimer? timer;
    private DateTimeOffset nextReading;
    private int waking;
    private bool moreToRead;

    private int Partition => int.Parse(this.GetPrimaryKeyString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        timer = this.RegisterGrainTimer(Ring, new GrainTimerCreationOptions
        {
            DueTime = TimeSpan.Zero, Period = OutboxLimits.Reading, KeepAlive = true,
        });
        return Task.CompletedTask;
    }

    public async Task Start() =>
        await this.RegisterOrUpdateReminder(ReminderName, OutboxLimits.Reading, OutboxLimits.Reading);

    /// <summary>Wakes the clock itself after a restart; the work is the timer's.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    public Task Watch(MessageKey message, DateTimeOffset dueAt)
    {
        snoozed.Remove(message);
        alarms.Set(message, dueAt);
        Arm();
        return Task.CompletedTask;
    }

    public Task Release(HoldReason reason, AccountKey? account)
    {
        _ = Unattended(held.Release(Partition, reason, account));
        return Task.CompletedTask;
    }

    private async Task Ring(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now >= nextReading || (moreToRead && alarms.Count < OutboxLimits.AlarmsMax / 2))
            await ReadWindow(now);
        WakeDue();
        Arm();
    }

    private async Task ReadWindow(DateTimeOffset now)
    {
        foreach (var (message, until) in snoozed)
            if (until <= now)
                snoozed.Remove(message);
        var limit = OutboxLimits.AlarmsMax + snoozed.Count;
        var window = await due.Read(Partition, now + OutboxLimits.Window, limit);
        foreach (var (message, dueAt) in window)
            if (!snoozed.ContainsKey(message))
                alarms.Set(message, dueAt);
        moreToRead = window.Length == limit;
        nextReading = now + OutboxLimits.Reading;
        _ = Unattended(held.ReleaseWhatMayGo(Partition));
    }

    /// <summary>Lets a release of many messages run beside the clock's turns; the next reading makes up for a failure.</summary>
    private async Task Unattended(Task release)
    {
        try
        {
            await release;
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "held mail of partition {Partition} could not be released", Partition);
        }
    }

    private void WakeDue()
    {
        var now = time.GetUtcNow();
        while (waking < OutboxLimits.WakingMax && alarms.TryTake(now, out var message))
        {
            waking++;
            _ = Wake(message.Value);
        }
    }

    /// <summary>Not awaited by the timer's turn: one slow message must not keep the others waiting.</summary>
    private async Task Wake(MessageKey message)
    {
        try
        {
            snoozed[message] = time.GetUtcNow() + OutboxLimits.Window;
            var next = await GrainFactory.GetGrain<IMessageGrain>(message.ToString()).Wake();
            Snooze(message, next);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "message {Message} could not be woken; it is tried again with the next reading", message);
            snoozed.Remove(message);
        }
        waking--;
        WakeDue();
        Arm();
    }

    private void Snooze(MessageKey message, DateTimeOffset? next)
    {
        snoozed.Remove(message);
        if (next is not { } dueAt)
            return;
        if (dueAt < nextReading + OutboxLimits.Reading)
            alarms.Set(message, dueAt);
        else
            snoozed[message] = dueAt;
    }

    /// <summary>Sets the one timer to the next alarm or reading, whichever comes first.</summary>
    private void Arm()
    {
        var now = time.GetUtcNow();
        var next = moreToRead && alarms.Count < OutboxLimits.AlarmsMax / 2 ? now : nextReading;
        if (waking < OutboxLimits.WakingMax && alarms.Next is { } alarm && alarm < next)
            next = alarm;
        timer?.Change(next > now ? next - now : TimeSpan.Zero, OutboxLimits.Reading);
    }
}
