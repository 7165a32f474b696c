using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;

namespace Actors.Storage.Tests.Simulation;

/// <summary>A life of a store by chance, with one fault, and what must hold after the restart.</summary>
internal sealed class CrashModel(int seed) : IDisposable
{
    private readonly Random chance = new(seed);
    private readonly SimulatedStore test = new();
    private readonly List<(SubmissionRecord Record, Told Told)> submissions = [];
    private readonly List<(MessageKey Key, Told Told)> outcomes = [];

    public async Task Run()
    {
        test.Disk.FailAt = chance.Next(1, 120);
        test.Disk.Fault = (DiskFault)chance.Next(3);
        for (var round = 0; round < 8; round++)
            await Round();
        test.Crash();
        await Check();
    }

    public void Dispose() => test.Dispose();

    private async Task Round()
    {
        var changing = submissions.Where(s => s.Told == Told.Stored).ToList();
        var committing = Enumerable.Range(0, chance.Next(1, 6))
            .Select(_ => Record()).Select(r => (r, Commit(r))).ToList();
        var ending = new List<(MessageKey, Task<Told>)>();
        for (var i = 0; i < 3 && changing.Count > 0; i++)
        {
            var record = changing[chance.Next(changing.Count)].Record;
            var key = record.Key(chance.Next(record.Messages.Length));
            ending.Add((key, End(key)));
        }

        test.Time.Advance(TimeSpan.FromMilliseconds(400));
        test.Write();
        foreach (var (record, told) in committing)
            submissions.Add((record, await told));
        foreach (var (key, told) in ending)
            outcomes.Add((key, await told));
    }

    private SubmissionRecord Record()
    {
        var messages = Enumerable.Range(0, chance.Next(1, 4))
            .Select(i => CrashCounts.Named(Samples.Message($"r{i}@example.org"), chance)).ToArray();
        var record = Samples.Record(chance.Next(2) == 0 ? Samples.Demo : Samples.Other, messages);
        return chance.Next(3) == 0 ? record.WithKey($"key-{chance.Next(4)}") : record;
    }

    private async Task<Told> Commit(SubmissionRecord record)
    {
        try
        {
            return await test.Store.Submissions.Commit(record) ? Told.Stored : Told.Refused;
        }
        catch (StoreUnavailableException)
        {
            return Told.Unavailable;
        }
    }

    private async Task<Told> End(MessageKey key)
    {
        try
        {
            var state = await test.Read(key);
            state.State = state.State!.Delivered();
            await test.Store.Rows.WriteStateAsync("message", TestStore.GrainOf(key), state);
            return Told.Stored;
        }
        catch (InconsistentStateException)
        {
            return Told.Refused;
        }
        catch (StoreUnavailableException)
        {
            return Told.Unavailable;
        }
    }

    private async Task Check()
    {
        foreach (var (record, told) in submissions)
        {
            var stored = (await Task.WhenAll(record.Messages.Select((_, i) => test.Read(record.Key(i)))))
                .Select(state => state.RecordExists).ToList();
            stored.Distinct().Count().ShouldBe(1, "a submission is stored whole or not at all");
            if (told != Told.Unavailable)
                stored[0].ShouldBe(told == Told.Stored);
        }

        foreach (var (key, told) in outcomes)
        {
            if (told == Told.Stored)
                (await test.Read(key)).State!.Phase.ShouldBe(MessagePhase.Delivered);
        }

        await CheckLog(Samples.Demo);
        await CheckLog(Samples.Other);
    }

    /// <summary>No gaps, and each message begins once in it and ends in it as its row says.</summary>
    private async Task CheckLog(TenantId tenant)
    {
        var log = (await test.Store.Events.Read(tenant, 0, 10_000))!.Events;
        log.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, log.Length).Select(i => (long)i));
        await new CrashCounts(test.Store, tenant).Check(log, submissions
            .SelectMany(s => s.Record.Messages.Select((message, i) => (s.Record.Key(i).Message, message)))
            .ToDictionary(pair => pair.Item1, pair => pair.message));
        foreach (var (record, _) in submissions.Where(s => s.Record.Tenant == tenant))
        {
            for (var i = 0; i < record.Messages.Length; i++)
            {
                var row = await test.Read(record.Key(i));
                var events = log.Where(e => e.Message == record.Key(i).Message).Select(e => e.Type).ToList();
                events.Count(e => e == "message.accepted").ShouldBe(row.RecordExists ? 1 : 0);
                (events.Count - 1).ShouldBe(row.RecordExists ? row.State!.Attempts : -1);
            }
        }
    }

    private enum Told
    {
        Stored = 0,
        Refused = 1,
        Unavailable = 2,
    }
}
