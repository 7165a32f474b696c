namespace Actors.Storage.Tests.Reminders;

public sealed class ReminderTableTests : IDisposable
{
    private static readonly GrainId Outbox = GrainId.Create("outbox", "a");
    private static readonly GrainId Other = GrainId.Create("outbox", "b");

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task a_reminder_is_there_after_a_restart()
    {
        var etag = await Store(Outbox, "read-window");

        test.Reopen();

        var entry = (await test.Store.Reminders.ReadRows(Outbox)).Reminders.ShouldHaveSingleItem();
        (entry.GrainId, entry.ReminderName, entry.ETag).ShouldBe((Outbox, "read-window", etag));
        (entry.StartAt, entry.Period).ShouldBe((Samples.Noon.UtcDateTime, TimeSpan.FromMinutes(1)));
        entry.StartAt.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task storing_again_replaces_and_makes_the_old_version_worthless()
    {
        var first = await Store(Outbox, "x");
        var second = await Store(Outbox, "x", TimeSpan.FromHours(1));

        second.ShouldNotBe(first);
        (await test.Store.Reminders.ReadRows(Outbox)).Reminders.ShouldHaveSingleItem()
            .Period.ShouldBe(TimeSpan.FromHours(1));
        (await test.Store.Reminders.RemoveRow(Outbox, "x", first)).ShouldBeFalse();
        (await test.Store.Reminders.RemoveRow(Outbox, "x", "no number")).ShouldBeFalse();
        (await test.Store.Reminders.RemoveRow(Other, "x", second)).ShouldBeFalse();
        (await test.Store.Reminders.RemoveRow(Outbox, "x", second)).ShouldBeTrue();
        (await test.Store.Reminders.RemoveRow(Outbox, "x", second)).ShouldBeFalse();
    }

    [Fact]
    public async Task a_version_is_never_given_out_again()
    {
        var first = await Store(Outbox, "x");
        await test.Store.Reminders.RemoveRow(Outbox, "x", first);
        test.Reopen();

        (await Store(Outbox, "x")).ShouldNotBe(first);
    }

    [Fact]
    public async Task one_is_found_by_name_or_not_at_all()
    {
        await Store(Outbox, "x");
        await Store(Other, "y");

        (await test.Store.Reminders.ReadRow(Outbox, "x")).ShouldNotBeNull().ReminderName.ShouldBe("x");
        (await test.Store.Reminders.ReadRow(Outbox, "y")).ShouldBeNull();
    }

    [Fact]
    public async Task a_range_is_a_part_of_the_ring_and_an_empty_one_is_all_of_it()
    {
        await Store(Outbox, "x");
        await Store(Other, "x");
        var hash = Outbox.GetUniformHashCode();

        (await Grains(0, 0)).ShouldBe([Outbox, Other], ignoreOrder: true);
        (await Grains(hash - 1, hash)).ShouldBe([Outbox]);
        (await Grains(hash, hash - 1)).ShouldBe([Other]);
    }

    private async Task<GrainId[]> Grains(uint begin, uint end) =>
        [.. (await test.Store.Reminders.ReadRows(begin, end)).Reminders.Select(one => one.GrainId)];

    private async Task<string> Store(GrainId grain, string name, TimeSpan? period = null) =>
        (await test.Store.Reminders.UpsertRow(new ReminderEntry
        {
            GrainId = grain,
            ReminderName = name,
            StartAt = Samples.Noon.UtcDateTime,
            Period = period ?? TimeSpan.FromMinutes(1),
        })).ShouldNotBeNull();
}
