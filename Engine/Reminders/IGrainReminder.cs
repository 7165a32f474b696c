namespace Actors.Engine;

/// <summary>Handle of a stored reminder.</summary>
public interface IGrainReminder
{
    /// <summary>Unique within the grain.</summary>
    string ReminderName { get; }
}
