namespace Actors.Engine;

/// <summary>Settings of reminders.</summary>
public sealed class ReminderOptions
{
    /// <summary>Shortest period a reminder may have; shorter is refused. Default 1 minute.</summary>
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);
}
