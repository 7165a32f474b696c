using Actors.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Alarms;

/// <summary>Shell of the clock: reads what is due once a minute, and wakes it.</summary>
public sealed class AlarmClockGrain(IDueGrains due, TimeProvider time, ILogger<AlarmClockGrain> log)
    : Grain, IAlarmClockGrain, IRemindable
{
    private const string ReminderName = "look";

    private bool ringing;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(Ring, new GrainTimerCreationOptions
        {
            DueTime = TimeSpan.Zero, Period = AlarmClockLimits.Reading, KeepAlive = true,
        });
        return Task.CompletedTask;
    }

    /// <remarks>Writes only the first time: on a full disk the server still starts.</remarks>
    public async Task Start()
    {
        if (await this.GetReminder(ReminderName) is null)
            await this.RegisterOrUpdateReminder(ReminderName, AlarmClockLimits.Reading, AlarmClockLimits.Reading);
    }

    /// <summary>Wakes the clock itself after a restart; the work is the timer's.</summary>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    /// <summary>Not awaited by the timer's turn: one slow grain must not keep the clock from being asked.</summary>
    private Task Ring(CancellationToken cancellation)
    {
        if (!ringing)
            _ = WakeAll();
        return Task.CompletedTask;
    }

    private async Task WakeAll()
    {
        ringing = true;
        try
        {
            var now = time.GetUtcNow();
            DueGrain? after = null;
            do
            {
                var page = await due.Read(now, after, AlarmClockLimits.Page);
                foreach (var some in page.Chunk(AlarmClockLimits.WakingMax))
                    await Task.WhenAll(some.Select(Wake));
                after = page.Length == AlarmClockLimits.Page ? page[^1] : null; // those that fail keep nobody waiting
            }
            while (after is not null);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "what is due could not be read and is read again in a minute");
        }
        finally
        {
            ringing = false;
        }
    }

    private async Task Wake(DueGrain one)
    {
        try
        {
            if (AlarmedGrains.Find(GrainFactory, one.Type, one.Key) is { } grain)
                await grain.Wake();
            else
                log.LogError("{Type} {Key} is due, and nothing is known of how to wake it", one.Type, one.Key);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "{Type} {Key} could not be woken and is woken again in a minute", one.Type, one.Key);
        }
    }
}
