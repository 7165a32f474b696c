using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Statistics;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Counters;

public sealed class BillingTests : IDisposable
{
    private static readonly DateOnly First = new(2030, 1, 1);
    private static readonly int Day = First.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task messages_count_on_the_day_of_acceptance_and_what_is_suppressed_or_cancelled_is_given_back()
    {
        var charged = Samples.Message() with { Charged = true };
        var own = Samples.Message("b@example.org") with { ByOwnServer = true, Account = AccountId.Parse("acc_own") };
        var record = Samples.Record(
            Samples.Demo, charged, charged, charged, own, own, Samples.Message("c@example.org"));
        await test.Store.Submissions.Commit(record);
        var later = Samples.Noon.AddDays(3);
        await Happens(record.Key(0), new MessageEvent.Suppressed("bounced") { At = later });
        await Happens(record.Key(1), new MessageEvent.Expired(null, null) { At = later });
        await Happens(record.Key(3), new MessageEvent.Cancelled(Dropped: false) { At = later });
        test.Reopen();

        (await Figures(Samples.Demo)).Messages.ShouldBe(
        [
            new MessageDay(First, AccountId.Parse("acc_default"), 4, 2, 0),
            new MessageDay(First, AccountId.Parse("acc_own"), 2, 0, 1),
        ]);
        (await Figures(Samples.Other)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_day_without_a_change_of_contacts_ends_as_the_day_before_it_and_peaks_are_of_moments()
    {
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        await test.Store.Submissions.Commit(Samples.Record(Samples.Other));
        using (var connection = new SqliteConnection(test.Database))
            connection.Run($"""
                INSERT INTO contact_days (tenant, day, active, peak) VALUES
                    (1, {Day - 15}, 5, 9), (1, {Day + 1}, 7, 12), (1, {Day + 2}, 6, 8), (2, {Day + 1}, 100, 100)
                """);

        (await Figures(Samples.Demo)).Contacts.ShouldBe(
        [
            new ContactDay(First, 5, 5), new ContactDay(First.AddDays(1), 7, 12),
            new ContactDay(First.AddDays(2), 6, 8), new ContactDay(First.AddDays(3), 6, 6),
        ]);
        (await Figures(TenantId.Parse("nobody"))).Contacts.ShouldAllBe(day => day.Active == 0 && day.Peak == 0);
    }

    private Task<BillingFigures> Figures(TenantId tenant) =>
        test.Store.Counters.Billing(tenant, First, First.AddDays(3));

    private Task Happens(MessageKey key, params ImmutableArray<MessageEvent> events) =>
        test.Change(key, state => MessageFold.Apply(state, events));
}
