using Actors.Crash.Calls;

namespace Actors.Crash.Proofs;

/// <summary>Kills the server as it enters a system call for the Nth time, for one N after the other.</summary>
/// <param name="Call">Such as <see cref="Strace.Sync"/>.</param>
/// <param name="Points">The Ns. Small ones meet the start and what the life before left, large ones the load.</param>
public sealed record Injection(int Seed, string Call, IReadOnlyList<int> Points)
{
    /// <summary>Lives on the same data; more would only make every check longer.</summary>
    private const int PointsPerRig = 20;

    public async Task<IReadOnlyList<Outcome>> Run()
    {
        var outcomes = new List<Outcome>();
        foreach (var points in Points.Chunk(PointsPerRig))
            outcomes.Add(await Run(points));
        return outcomes;
    }

    private async Task<Outcome> Run(int[] points)
    {
        await using var rig = await Rig.SetUp(Seed);
        var broken = new List<string>();
        await rig.Stop();
        foreach (var point in points)
        {
            rig.Begin(Strace.Kill(Call, point));
            if (await rig.Server.Announced() is { } server && await rig.TryVerify(server) is { } found)
            {
                broken.AddRange(found.Select(one => $"before the kill at {Call} {point}: {one}"));
                rig.Load(server);
            }
            await rig.Died();
        }
        rig.Begin();
        broken.AddRange(await rig.Verify(await rig.Server.Listening()));
        if (await rig.Stop() is not 0 and var code)
            broken.Add($"stopped with exit code {code}");
        broken.AddRange(rig.VerifyCounters());
        return Outcome.Of(rig, Seed, broken);
    }
}
