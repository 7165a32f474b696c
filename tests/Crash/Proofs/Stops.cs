using Actors.Crash.Processes;

namespace Actors.Crash.Proofs;

/// <summary>Stops the server under load, again and again: nothing may be lost, and nothing may come twice.</summary>
public sealed record Stops(int Seed, int Count)
{
    /// <summary>Of load, after the first message has come.</summary>
    private const int LoadMillisecondsMax = 1_200;

    public async Task<Outcome> Run()
    {
        var random = new Random(Seed);
        await using var rig = await Rig.SetUp(Seed);
        var broken = new List<string>();
        for (var stop = 0; stop < Count; stop++)
        {
            var arrival = rig.Sink.Arrival;
            rig.Load(await rig.Server.Listening());
            await arrival.WaitAsync(Waiting.Max, TimeProvider.System); // no stop before anything happened
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(LoadMillisecondsMax)), TimeProvider.System);
            if (await rig.Stop() is not 0 and var code)
                broken.Add($"{rig.Lives[^1].Name} stopped with exit code {code}");
            rig.Begin();
        }
        broken.AddRange(await rig.Verify(await rig.Server.Listening()));
        return Outcome.Of(rig, Seed, broken);
    }
}
