using Actors.Crash.Processes;
using Actors.Crash.Settings;

namespace Actors.Crash.Proofs;

/// <summary>Does what the proofs by kill take for granted of their settings, wherever a kill falls: loses the answer to
/// each request of each change and goes on with the next change, and makes each change twice.</summary>
public static class SettingsRepeats
{
    /// <returns>What is not what it was set to, a sentence each.</returns>
    /// <exception cref="InvalidOperationException">The server refused what has to be possible.</exception>
    public static async Task<IReadOnlyList<string>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("actors-crash-");
        try
        {
            await using var server = SiloProcess.Start(
                new SiloLaunch(Path.Combine(folder.FullName, "data"), "repeats.crash.test"));
            var there = await server.Listening();
            var keys = there.Keys ?? throw new InvalidOperationException("no keys were shown");
            using var desk = Desk.Of(there, keys);
            await Catalogue.Prepare(desk);
            var faults = await Task.WhenAll(Catalogue.Make(0).Select((_, which) => Repeat(there, keys, which)));
            await server.Stop();
            return [.. faults.SelectMany(one => one).OfType<string>()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Each change of a setting, with one answer after the other lost, and in the end none.</summary>
    private static async Task<IReadOnlyList<string?>> Repeat(Announcement there, FirstKeys keys, int which)
    {
        using var line = new LostAnswers();
        using var desk = Desk.Of(there, keys, line);
        List<string?> faults = [];
        var wasLost = true;
        for (var nth = 1; wasLost; nth++)
        {
            var setting = Catalogue.Make(nth).ElementAt(which);
            wasLost = false;
            for (var at = 0; at < setting.Values.Count; at++)
            {
                var count = setting.Values.Count;
                if (count > 1)
                    await setting.Write(desk, setting.Values[(at + count - 1) % count]);
                var isLost = await IsLost(desk, line, setting, setting.Values[at], nth);
                wasLost |= isLost;
                faults.Add(await Written(desk, setting, setting.Values[isLost ? (at + 1) % count : at]));
            }
        }
        return faults;
    }

    private static async Task<bool> IsLost(Desk desk, LostAnswers line, Setting setting, string? value, int nth)
    {
        line.Begin(nth);
        try
        {
            await setting.Write(desk, value);
        }
        catch (HttpRequestException)
        {
        }
        return line.End();
    }

    /// <returns>What is wrong afterwards; null for nothing.</returns>
    private static async Task<string?> Written(Desk desk, Setting setting, string? value)
    {
        await setting.Write(desk, value);
        return await setting.Read(desk) is var found && found == value
            ? null
            : $"{setting.Name} is {found ?? "nothing"} and was set to {value ?? "nothing"}";
    }
}
