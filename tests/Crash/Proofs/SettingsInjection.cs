using Actors.Crash.Calls;
using Actors.Crash.Processes;
using Actors.Crash.Settings;

namespace Actors.Crash.Proofs;

/// <summary>Kills the server as it enters a system call for the Nth time, while settings change: what was answered is
/// there afterwards, and lists agree with what they list.</summary>
/// <param name="Call">Such as <see cref="Strace.Sync"/>.</param>
/// <param name="Points">The Ns, one life each.</param>
public sealed record SettingsInjection(int Seed, string Call, IReadOnlyList<int> Points)
{
    private readonly List<Setting> settings = [];
    private readonly SenderMails mails = new();
    private readonly List<string> broken = [];
    private int changes;
    private int kills;

    public async Task<SettingsOutcome> Run()
    {
        var folder = Directory.CreateTempSubdirectory("actors-crash-");
        try
        {
            var data = Path.Combine(folder.FullName, "data");
            var keys = await FirstStart(data);
            for (var life = 0; life < Points.Count; life++)
            {
                Departures.End(data);
                await Live(Launch(data, life) with { Strace = Strace.Kill(Call, Points[life]) }, keys, life);
            }

            Departures.End(data);
            await Live(Launch(data, Points.Count), keys, null);
            broken.AddRange(Departures.Left(data));
            return new SettingsOutcome(Seed, settings.Count, changes, kills, broken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SiloLaunch Launch(string data, int life) => new(data, $"settings-{life + 1}.crash.test");

    private static async Task<FirstKeys> FirstStart(string data)
    {
        await using var first = SiloProcess.Start(new SiloLaunch(data, "settings-0.crash.test"));
        var there = await first.Listening();
        var keys = there.Keys ?? throw new InvalidOperationException("a first start shows keys");
        using (var desk = Desk.Of(there, keys))
            await Catalogue.Prepare(desk);
        await first.Stop();
        return keys;
    }

    /// <summary>Checks what the lives before have left, and changes things until the server is gone.</summary>
    /// <param name="number">Of the life; null for the last, which changes nothing and is stopped.</param>
    private async Task Live(SiloLaunch launch, FirstKeys keys, int? number)
    {
        await using var server = SiloProcess.Start(launch);
        if (await server.Announced() is { } there)
        {
            using var desk = Desk.Of(there, keys);
            try
            {
                foreach (var setting in settings)
                    if (await setting.Check(desk) is { } fault)
                        broken.Add($"{launch.Life}, {Call}: {fault}");
                await mails.Read(desk);
                if (number is { } life)
                    await Change(desk, life);
                else
                    await End(server, desk);
            }
            catch (Exception gone) when (
                number is not null && gone is HttpRequestException { StatusCode: null } or IOException)
            {
            }
        }

        await server.Ended();
        if (number is not null)
            kills++;
    }

    /// <summary>What is under way comes to its end, and then all is looked at.</summary>
    private async Task End(SiloProcess server, Desk desk)
    {
        broken.AddRange(await Departures.Check(desk, Points.Count));
        broken.AddRange(await mails.Check(desk));
        await server.Stop();
    }

    private async Task Change(Desk desk, int life)
    {
        var random = new Random(Seed + life);
        settings.AddRange(Catalogue.Make(life).Where(made => settings.All(known => known.Name != made.Name)));
        while (true)
        {
            var chosen = settings[random.Next(settings.Count)];
            if (chosen.IsDone)
                continue;
            try
            {
                await chosen.WriteNext(desk);
                changes++;
            }
            catch (HttpRequestException slow) when (slow.StatusCode is not null)
            {
                // it lives on, and may have done it
            }
        }
    }
}

/// <summary>What a proof saw.</summary>
/// <param name="Changes">That were answered.</param>
/// <param name="Broken">Broken promises, a sentence each.</param>
public sealed record SettingsOutcome(
    int Seed, int Settings, int Changes, int Kills, IReadOnlyList<string> Broken)
{
    public override string ToString() => string.Join('\n', [
        $"seed {Seed}: {Settings} settings, {Changes} changes, {Kills} kills, {Broken.Count} broken promises",
        .. Broken]);
}
