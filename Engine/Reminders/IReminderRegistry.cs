namespace Actors.Engine;

/// <summary>Sets and removes reminders of a grain. Grains use the extension methods instead.</summary>
public interface IReminderRegistry
{
    /// <inheritdoc cref="GrainReminderExtensions.RegisterOrUpdateReminder(Grain, string, TimeSpan, TimeSpan)"/>
    Task<IGrainReminder> RegisterOrUpdateReminder(
        GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period);

    /// <inheritdoc cref="GrainReminderExtensions.UnregisterReminder(Grain, IGrainReminder)"/>
    Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder);

    /// <inheritdoc cref="GrainReminderExtensions.GetReminder(Grain, string)"/>
    Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName);

    /// <inheritdoc cref="GrainReminderExtensions.GetReminders(Grain)"/>
    Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId);
}
