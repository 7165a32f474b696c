using Actors.Crash.Processes;

namespace Actors.Crash.Proofs;

/// <summary>Kills the server again and again at moments of chance, while clients go on.</summary>
/// <param name="Kills">At least.</param>
/// <param name="Duration">At least.</param>
public sealed record Soak(int Seed, int Kills, TimeSpan Duration)
{
    /// <summary>Of life, after it listens.</summary>
    private const int LifeMillisecondsMax = 1_500;

    /// <summary>After its start, for the lives that may not even come to listen.</summary>
    private const int ShortLifeMillisecondsMax = 800;

    /// <summary>One life in so many is cut short while it starts.</summary>
    private const int ShortLives = 5;

    public async Task<Outcome> Run()
    {
        var random = new Random(Seed);
        var began = TimeProvider.System.GetTimestamp();
        await using var rig = await Rig.SetUp(Seed);
        var server = await rig.Server.Listening();
        for (var kill = 0; kill < Kills || TimeProvider.System.GetElapsedTime(began) < Duration; kill++)
        {
            if (random.Next(ShortLives) == 0)
            {
                await rig.Kill();
                rig.Begin();
                await Moment(random, ShortLifeMillisecondsMax);
            }
            else
            {
                var arrival = rig.Sink.Arrival;
                rig.Load(server);
                if (kill % 2 == 0)
                    await arrival.WaitAsync(Waiting.Max, TimeProvider.System); // no kill before anything happened
                await Moment(random, LifeMillisecondsMax);
            }
            await rig.Kill();
            rig.Begin();
            server = await rig.Server.Listening();
        }
        var broken = (await rig.Verify(server)).ToList();
        if (await rig.Stop() is not 0 and var code)
            broken.Add($"stopped with exit code {code}");
        broken.AddRange(rig.VerifyCounters());
        return Outcome.Of(rig, Seed, broken);
    }

    private static Task Moment(Random random, int millisecondsMax) =>
        Task.Delay(TimeSpan.FromMilliseconds(random.Next(millisecondsMax)), TimeProvider.System);
}
