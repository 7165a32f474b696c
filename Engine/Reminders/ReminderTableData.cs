namespace Actors.Engine;

/// <summary>Rows a <see cref="IReminderTable"/> found.</summary>
[GenerateSerializer]
public sealed class ReminderTableData
{
    /// <summary>None.</summary>
    public ReminderTableData() => Reminders = [];

    /// <summary>These.</summary>
    public ReminderTableData(IEnumerable<ReminderEntry> list) => Reminders = [.. list];

    /// <summary>One.</summary>
    public ReminderTableData(ReminderEntry entry) => Reminders = [entry];

    /// <summary>The rows, in no order.</summary>
    [Id(0)]
    public IList<ReminderEntry> Reminders { get; private set; }
}
