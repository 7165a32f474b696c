using Actors.Engine.Tests.Harness;

namespace Actors.Engine.Tests.Grains;

public interface IClockGrain : IGrainWithStringKey
{
    Task Start(TimeSpan due, TimeSpan period, bool interleave, string? gate);

    Task Change(TimeSpan due, TimeSpan period);

    Task Stop();

    Task Settle();

    Task Wait(string gate);

    Task Leave();

    Task Remind(string name, TimeSpan due, TimeSpan period);

    Task Forget(string name);

    Task<List<string>> Reminders();

    Task FailTicks();
}

/// <summary>Writes down when timers and reminders tick.</summary>
public sealed class ClockGrain(TimeProvider time) : Grain, IClockGrain, IRemindable
{
    private IGrainTimer? timer;
    private bool failing;

    public Task Start(TimeSpan due, TimeSpan period, bool interleave, string? gate)
    {
        timer = this.RegisterGrainTimer(
            cancelled => Tick(gate, cancelled),
            new GrainTimerCreationOptions { DueTime = due, Period = period, Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan due, TimeSpan period)
    {
        timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task Settle() => Task.CompletedTask;

    public Task Wait(string gate) => Gate.Of(gate).Pass();

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Remind(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Forget(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task<List<string>> Reminders() => [.. (await this.GetReminders()).Select(one => one.ReminderName)];

    public Task FailTicks()
    {
        failing = true;
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Journal.Of(this.GetPrimaryKeyString()).Write($"{reminderName} {time.GetUtcNow():dd.HH:mm:ss}");
        return Task.CompletedTask;
    }

    private async Task Tick(string? gate, CancellationToken cancelled)
    {
        Journal.Of(this.GetPrimaryKeyString()).Write($"tick {time.GetUtcNow():HH:mm:ss}");
        if (gate is not null)
            await Gate.Of(gate).Pass().WaitAsync(cancelled);
        if (failing)
            throw new InvalidOperationException("a failed tick");
    }
}
