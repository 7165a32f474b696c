using System.Text.Json.Nodes;
using Actors.Crash.Checking;
using Actors.Crash.Imports;
using Actors.Crash.Load;
using Actors.Crash.Processes;
using Actors.Crash.Settings;

namespace Actors.Crash.Contacts;

/// <summary>Kills the server again and again at moments of chance, while bounces, complaints, unsubscriptions,
/// sign-ups and imports flow in: what was answered counts once, in the message, the contact and every number.</summary>
/// <param name="Kills">At least; and until something of each kind was answered, and broken off.</param>
/// <param name="Duration">At least.</param>
public sealed record ContactKills(int Seed, int Kills, TimeSpan Duration)
{
    /// <summary>Of life, after it listens.</summary>
    private const int LifeMillisecondsMax = 2_000;

    /// <summary>Where even so many have not met all, what is missing is told.</summary>
    private const int KillsMax = 20;

    /// <summary>Messages from which rates count.</summary>
    private const int MessagesMin = 20;

    /// <summary>That kills wait for, in turn; null for none.</summary>
    private static readonly string?[] Moments = [ImportView.Uploading, ImportView.Reading, null];

    public async Task<ContactOutcome> Run()
    {
        // Rates that warn, and never block.
        await using var rig = await ContactRig.SetUp(new JsonObject
        {
            ["messages_min"] = MessagesMin, ["complaint_warning"] = 1, ["complaint_block"] = 10_000,
            ["hard_bounce_warning"] = 1, ["hard_bounce_block"] = 10_000,
        });
        var crowd = new Crowd(Seed, rig.Keys.Api, rig.Letters);
        var imports = new ImportCrew(Seed, rig.Keys.Api, () => crowd.Recipients);
        var random = new Random(Seed);
        var began = TimeProvider.System.GetTimestamp();
        var kills = 0;
        for (; kills < Kills || TimeProvider.System.GetElapsedTime(began) < Duration
            || (kills < KillsMax && !HasMetAll(crowd, imports)); kills++)
            await LiveAndDie(
                rig, crowd, imports, TimeSpan.FromMilliseconds(random.Next(LifeMillisecondsMax)),
                Moments[kills % Moments.Length]);
        var broken = await LastLife(rig, crowd, imports);
        broken.AddRange(await FillRoom(rig, imports.Done));
        broken.AddRange(crowd.Refused.Concat(imports.Broken));
        broken.AddRange(Counters.Check(rig.Data).Concat(ContactCounters.Check(rig.Data)));
        return ContactOutcome.Of(Seed, crowd, imports, kills, broken);
    }

    private static bool HasMetAll(Crowd crowd, ImportCrew imports) =>
        crowd.HasDoneAll && crowd.Recipients.Count > 2 * MessagesMin
        && imports is { UploadsResumed: > 0, ReadingsResumed: > 0 };

    /// <param name="moment">Of an import, at which it dies; null for any.</param>
    private static async Task LiveAndDie(
        ContactRig rig, Crowd crowd, ImportCrew imports, TimeSpan life, string? moment)
    {
        await using var process = rig.Start();
        var server = await process.Listening();
        using var over = new CancellationTokenSource();
        var living = Task.WhenAll(crowd.Live(server, over.Token), imports.Live(server, over.Token));
        await Task.Delay(life, TimeProvider.System, CancellationToken.None);
        if (moment is not null)
            await imports.Next(moment).WaitAsync(Waiting.Max, TimeProvider.System)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await process.Kill();
        await over.CancelAsync();
        await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <returns>Broken promises.</returns>
    private static async Task<List<string>> LastLife(ContactRig rig, Crowd crowd, ImportCrew imports)
    {
        await using var last = rig.Start();
        var server = await last.Listening();
        var broken = new List<string>();
        if (!await Calm(crowd, imports, server))
            broken.AddRange(crowd.Missing.Concat(imports.Open));
        using var events = new ServerApi(server.Http, rig.Keys.Api);
        using var desk = new SettingsApi(server.Http, rig.Keys.Api);
        broken.AddRange(await new ContactChecks(crowd, events, desk).Run());
        await Waiting.Until(async () => (await ContactRig.Told(desk)).Count > 0);
        var told = await ContactRig.Told(desk); // one warning, however often the process died
        if (told is not [var only] || !only.EndsWith("comes near a block", StringComparison.Ordinal))
            broken.Add($"told: {string.Join(", ", told)}");
        using var door = new ImportDoor(server.Http, rig.Keys.Api);
        broken.AddRange(await ImportChecks.Run(imports.Done, desk, door));
        using var operators = new SettingsApi(server.Http, rig.Keys.Operator);
        await rig.Include(operators, await ImportRoom.Used(desk) + ImportRoom.Left);
        if (await last.Stop() is not 0 and var code)
            broken.Add($"stopped with exit code {code}");
        return broken;
    }

    /// <summary>Lets what is open be done, and begins nothing.</summary>
    /// <returns>False where something stays open.</returns>
    private static async Task<bool> Calm(Crowd crowd, ImportCrew imports, Announcement server)
    {
        crowd.Begins = imports.Begins = false;
        using var over = new CancellationTokenSource();
        var living = Task.WhenAll(crowd.Live(server, over.Token), imports.Live(server, over.Token));
        var isCalm = await Waiting.Until(() => crowd.IsCalm && !imports.Open.Any());
        await over.CancelAsync();
        await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return isCalm;
    }

    /// <summary>In one more life, which finds what all before have stored.</summary>
    /// <param name="before">Imports of the lives before.</param>
    /// <returns>Broken promises.</returns>
    private static async Task<IReadOnlyList<string>> FillRoom(
        ContactRig rig, IReadOnlyList<(ImportFile File, ImportView End)> before)
    {
        await using var process = rig.Start();
        var server = await process.Listening();
        using var desk = new SettingsApi(server.Http, rig.Keys.Api);
        using var door = new ImportDoor(server.Http, rig.Keys.Api);
        var last = await ImportRoom.Fill(door);
        var active = await ImportRoom.Used(desk);
        await process.Stop();
        return [.. ImportRoom.Check(last.End), .. ImportedRows.Check(rig.Data, [.. before, last], active)];
    }
}
