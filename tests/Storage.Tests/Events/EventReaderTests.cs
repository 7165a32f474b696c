using Actors.Testing;

namespace Actors.Storage.Tests.Events;

public sealed class EventReaderTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task sequence_numbers_have_no_gaps_whatever_is_refused_between()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(producer => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                var record = Samples.Record(producer % 2 == 0 ? Samples.Demo : Samples.Other).WithKey($"key-{i}");
                if (!await test.Store.Submissions.Commit(record))
                    continue;
                var stale = await test.Read(record.Key());
                await test.Change(record.Key(), state => state.Deferred(Samples.Noon.AddHours(1)));
                stale.State = stale.State!.Delivered();
                await Should.ThrowAsync<InconsistentStateException>(() => test.Write(record.Key(), stale));
            }
        })));
        foreach (var tenant in new[] { Samples.Demo, Samples.Other })
        {
            var log = (await test.Store.Events.Read(tenant, 0, 1_000))!;
            log.Events.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, 40).Select(i => (long)i));
        }
    }

    [Fact]
    public async Task pages_join_without_overlap()
    {
        for (var i = 0; i < 5; i++)
            await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        var first = (await test.Store.Events.Read(Samples.Demo, 0, 3))!;
        (first.Last, first.HasMore, first.Events.Length).ShouldBe((3, true, 3));
        var second = (await test.Store.Events.Read(Samples.Demo, first.Last, 3))!;
        (second.Last, second.HasMore, second.Events.Length).ShouldBe((5, false, 2));
        var third = (await test.Store.Events.Read(Samples.Demo, second.Last, 3))!;
        (third.Last, third.HasMore, third.Events.Length).ShouldBe((5, false, 0));
    }

    [Fact]
    public async Task a_reader_who_waits_is_woken_by_the_next_event_of_his_tenant_alone()
    {
        var waiting = test.Store.Events.WaitFor(Samples.Demo, 0, CancellationToken.None);
        await test.Store.Submissions.Commit(Samples.Record(Samples.Other));
        waiting.IsCompleted.ShouldBeFalse();
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        await waiting.Soon();
        await test.Store.Events.WaitFor(Samples.Demo, 0, CancellationToken.None);
    }

    [Fact]
    public async Task a_wait_for_a_later_event_goes_on_over_earlier_ones()
    {
        var waiting = test.Store.Events.WaitFor(Samples.Demo, 1, CancellationToken.None);
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        await test.Store.Submissions.Commit(Samples.Record(Samples.Demo));
        await waiting.Soon();
    }

    [Fact]
    public async Task a_wait_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = test.Store.Events.WaitFor(Samples.Demo, 0, cancel.Token);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task an_event_says_what_happened_in_the_customers_words()
    {
        var record = Samples.Record(Samples.Demo);
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(), state => state.Deferred(Samples.Noon.AddMinutes(15)));
        var deferred = (await test.Store.Events.Read(Samples.Demo, 1, 1))!.Events[0];
        (deferred.Type, deferred.At, deferred.Message).ShouldBe(
            ("message.deferred", Samples.Noon, record.Key().Message));
        deferred.Data.ShouldBe("""
            {"attempt":1,"code":452,"enhanced_code":"4.2.2","response":"Mailbox full","host":"mx.example.org",
            "address":"192.0.2.1:25","tls":"Tls13 TLS_AES_256_GCM_SHA384","stage":"FinalDot","duration_ms":120,
            "category":"mailbox_full","hardness":"soft","scope":"recipient","permanence":"transient",
            "rule":"mailbox.full",
            "next_attempt_at":"2030-01-01T12:15:00+00:00"}
            """.ReplaceLineEndings(""));
    }
}
