using System.Text.Json.Nodes;
using Actors.Crash.Checking;
using Actors.Crash.Load;
using Actors.Crash.Processes;
using Actors.Crash.Settings;

namespace Actors.Crash.Contacts;

/// <summary>Kills the server again and again at moments of chance, while bounces, complaints, unsubscriptions and
/// sign-ups flow in: what was answered counts once, in the message, the contact and every number.</summary>
/// <param name="Kills">At least.</param>
/// <param name="Duration">At least.</param>
public sealed record ContactKills(int Seed, int Kills, TimeSpan Duration)
{
    /// <summary>Of life, after it listens.</summary>
    private const int LifeMillisecondsMax = 2_500;

    /// <summary>For all that is open to be done.</summary>
    private static readonly TimeSpan CalmMax = TimeSpan.FromSeconds(120);

    public async Task<ContactOutcome> Run()
    {
        // Rates that warn, and never block.
        await using var rig = await ContactRig.SetUp(new JsonObject
        {
            ["messages_min"] = 20, ["complaint_warning"] = 1, ["complaint_block"] = 10_000,
            ["hard_bounce_warning"] = 1, ["hard_bounce_block"] = 10_000,
        });
        var crowd = new Crowd(Seed, rig.Keys.Api, rig.Letters);
        var random = new Random(Seed);
        var began = TimeProvider.System.GetTimestamp();
        var kills = 0;
        for (; kills < Kills || TimeProvider.System.GetElapsedTime(began) < Duration; kills++)
            await LiveAndDie(rig, crowd, TimeSpan.FromMilliseconds(random.Next(LifeMillisecondsMax)));
        var broken = await LastLife(rig, crowd);
        broken.AddRange(crowd.Refused);
        broken.AddRange(Counters.Check(rig.Data).Concat(ContactCounters.Check(rig.Data)));
        return ContactOutcome.Of(Seed, crowd, kills, broken);
    }

    private static async Task LiveAndDie(ContactRig rig, Crowd crowd, TimeSpan life)
    {
        await using var process = rig.Start();
        var server = await process.Listening();
        using var over = new CancellationTokenSource();
        var living = crowd.Live(server, over.Token);
        await Task.Delay(life, TimeProvider.System, CancellationToken.None);
        await process.Kill();
        await over.CancelAsync();
        await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <returns>Broken promises.</returns>
    private static async Task<List<string>> LastLife(ContactRig rig, Crowd crowd)
    {
        await using var last = rig.Start();
        var server = await last.Listening();
        var broken = new List<string>();
        if (!await Calm(crowd, server))
            broken.AddRange(crowd.Missing);
        using var events = new ServerApi(server.Http, rig.Keys.Api);
        using var desk = new SettingsApi(server.Http, rig.Keys.Api);
        broken.AddRange(await new ContactChecks(crowd, events, desk).Run());
        await Waiting.Until(async () => (await ContactRig.Told(desk)).Count > 0, CalmMax);
        var told = await ContactRig.Told(desk); // one warning, however often the process died
        if (told is not [var only] || !only.EndsWith("comes near a block", StringComparison.Ordinal))
            broken.Add($"told: {string.Join(", ", told)}");
        if (await last.Stop() is not 0 and var code)
            broken.Add($"stopped with exit code {code}");
        return broken;
    }

    /// <summary>Lets what is open be done, and begins nothing.</summary>
    /// <returns>False where something stays open.</returns>
    private static async Task<bool> Calm(Crowd crowd, Announcement server)
    {
        crowd.Begins = false;
        using var over = new CancellationTokenSource();
        var living = crowd.Live(server, over.Token);
        var isCalm = await Waiting.Until(() => crowd.IsCalm, CalmMax);
        await over.CancelAsync();
        await living.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return isCalm;
    }
}
