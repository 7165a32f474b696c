using Actors.Crash.Processes;
using Actors.Crash.Settings;

namespace Actors.Crash.Proofs;

/// <summary>Sets everything to each of its values twice, as whoever lost the first answer does: what the proofs by kill
/// take for granted of their settings, wherever the kill falls.</summary>
public static class SettingsRepeats
{
    /// <returns>What is not what it was set to, a sentence each.</returns>
    /// <exception cref="InvalidOperationException">The server refused a repetition.</exception>
    public static async Task<IReadOnlyList<string>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("actors-crash-");
        try
        {
            await using var server = SiloProcess.Start(
                new SiloLaunch(Path.Combine(folder.FullName, "data"), "repeats.crash.test"));
            var there = await server.Listening();
            using var desk = Desk.Of(there, there.Keys ?? throw new InvalidOperationException("no keys were shown"));
            await Catalogue.Prepare(desk);
            var wrong = new List<string>();
            foreach (var setting in Catalogue.Make(0))
                foreach (var value in setting.Values)
                    if (await Repeated(desk, setting, value) is { } fault)
                        wrong.Add(fault);
            await server.Stop();
            return wrong;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string?> Repeated(Desk desk, Setting setting, string? value)
    {
        await setting.Write(desk, value);
        await setting.Write(desk, value);
        return await setting.Read(desk) is var found && found == value
            ? null
            : $"{setting.Name} is {found ?? "nothing"} and was set to {value ?? "nothing"}";
    }
}
