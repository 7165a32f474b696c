using System.CommandLine;
using Actors.Grains.Platform;
using Actors.Silo.FirstStart;

namespace Actors.Silo.Commands;

/// <summary>The operator's key, for an operator who has lost it: who may write the data folder may replace
/// it.</summary>
internal static class OperatorKeyCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var reset = new Command(
            "reset", "Replace the operator's key and print it, this once. The server must be stopped.");
        surroundings.AddPlaceTo(reset);
        reset.SetAction(async (parsed, cancellation) =>
        {
            var settings = surroundings.Settings(parsed);
            if (Desks.IsHeld(settings.Data))
                throw new CommandException("The server runs. Stop it first: it holds the data folder.");
            await using var host = await GrainsHost.Start(settings, cancellation);
            var platform = host.Grains.GetGrain<IPlatformGrain>(PlatformKey.Value);
            await surroundings.Output.WriteLineAsync(await OperatorKeys.Replace(platform, host.Chance));
            return 0;
        });
        return new Command("operator-key", "Replace the operator's key.") { reset };
    }
}
