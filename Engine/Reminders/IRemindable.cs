namespace Actors.Engine;

/// <summary>A grain that reminders can wake.</summary>
public interface IRemindable : IGrain
{
    /// <summary>A tick. It carries no data: the grain looks at its state and decides.</summary>
    Task ReceiveReminder(string reminderName, TickStatus status);
}
