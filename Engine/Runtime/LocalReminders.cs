using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Actors.Engine.Runtime;

/// <summary>Stores reminders in the table and lets them tick. All of them are in memory: there are few.</summary>
internal sealed class LocalReminders(
    GrainEngine engine, IServiceProvider services, IOptions<ReminderOptions> options) : IReminderRegistry, IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<(GrainId Grain, string Name), TickingReminder> ticking = [];
    private readonly IReminderTable? stored = services.GetService<IReminderTable>();
    private bool silent;

    private IReminderTable Table => stored
        ?? throw new InvalidOperationException("No IReminderTable is registered, so no grain can have reminders.");

    public async Task Start(CancellationToken cancellationToken)
    {
        if (stored is null)
            return;
        await stored.StartAsync(cancellationToken);
        foreach (var entry in (await stored.ReadRows(0, 0)).Reminders)
            Begin(entry);
    }

    /// <summary>No tick any more.</summary>
    public void Silence()
    {
        lock (gate)
        {
            silent = true;
            foreach (var one in ticking.Values)
                one.Dispose();
            ticking.Clear();
        }
    }

    public Task Stop(CancellationToken cancellationToken) => stored?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => Silence();

    public async Task<IGrainReminder> RegisterOrUpdateReminder(
        GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, options.Value.MinimumReminderPeriod);
        var entry = new ReminderEntry
        {
            GrainId = callingGrainId,
            ReminderName = reminderName,
            StartAt = engine.Time.GetUtcNow().UtcDateTime + dueTime,
            Period = period,
        };
        entry.ETag = await Table.UpsertRow(entry)
            ?? throw new ReminderException($"Reminder \"{reminderName}\" of {callingGrainId} could not be stored.");
        Begin(entry);
        return new Handle(reminderName, entry.ETag);
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        var handle = reminder as Handle
            ?? throw new ArgumentException("This reminder was not made by the engine.", nameof(reminder));
        if (!await Table.RemoveRow(callingGrainId, handle.ReminderName, handle.Etag))
            throw new ReminderException(
                $"Reminder \"{handle.ReminderName}\" of {callingGrainId} was changed or removed.");
        lock (gate)
        {
            if (ticking.Remove((callingGrainId, handle.ReminderName), out var one))
                one.Dispose();
        }
    }

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) =>
        await Table.ReadRow(callingGrainId, reminderName) is { } entry ? new Handle(reminderName, entry.ETag!) : null;

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        [.. (await Table.ReadRows(callingGrainId)).Reminders.Select(one => new Handle(one.ReminderName, one.ETag!))];

    private void Begin(ReminderEntry entry)
    {
        lock (gate)
        {
            if (silent)
                return;
            if (ticking.Remove((entry.GrainId, entry.ReminderName), out var old))
                old.Dispose();
            ticking.Add((entry.GrainId, entry.ReminderName), new TickingReminder(engine, entry));
        }
    }

    private sealed record Handle(string ReminderName, string Etag) : IGrainReminder;
}
