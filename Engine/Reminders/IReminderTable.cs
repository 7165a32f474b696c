namespace Actors.Engine;

/// <summary>The port to where reminders are stored. Register one as a singleton.</summary>
public interface IReminderTable
{
    /// <summary>Called once, before any other method.</summary>
    Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>All reminders of a grain.</summary>
    Task<ReminderTableData> ReadRows(GrainId grainId);

    /// <summary>All whose grain's uniform hash is above begin and not above end; all there are when both are
    /// equal.</summary>
    Task<ReminderTableData> ReadRows(uint begin, uint end);

    /// <returns>Null when there is none.</returns>
    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Stores or replaces by grain and name.</summary>
    /// <returns>The new version.</returns>
    Task<string?> UpsertRow(ReminderEntry entry);

    /// <returns>False when there is none of that version.</returns>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);

    /// <summary>Empties the table. Only for tests.</summary>
    Task TestOnlyClearTable();

    /// <summary>Called once, after all other methods.</summary>
    Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
}
