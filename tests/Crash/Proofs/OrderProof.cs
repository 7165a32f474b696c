using Actors.Crash.Calls;
using Actors.Crash.Journals;
using Actors.Crash.Load;

namespace Actors.Crash.Proofs;

/// <summary>Watches the server's system calls while messages come in, small and large, over both ways.</summary>
public static class OrderProof
{
    private const int Seed = 1;

    public static async Task<Outcome> Run(int rounds)
    {
        await using var rig = await Rig.SetUp(Seed);
        await rig.Stop();
        var log = Path.Combine(Path.GetDirectoryName(rig.Data)!, "calls.log");
        rig.Begin(Strace.Watch(log));
        var server = await rig.Server.Listening();
        var accepted = new List<(Submission Message, string Id)>();
        ISubmitter[] ways = [new HttpSubmitter(rig.Keys.Api, 1), new SmtpSubmitter(null)];
        for (var round = 0; round < rounds; round++)
            foreach (var way in ways)
            {
                way.Meet(server);
                var message = Message($"order.{way.GetType().Name}.{round}", large: round % 2 == 1);
                rig.Journal.Intend(message);
                var answer = (await way.Submit([message]))[0];
                rig.Journal.Note(message, answer);
                accepted.Add((message, ((Answer.Accepted)answer).Id));
            }
        var broken = (await rig.Verify(server)).ToList();
        await rig.Stop();
        var calls = CallLog.Read(File.ReadLines(log));
        broken.AddRange(accepted.SelectMany(one => Order.Check(
            calls, rig.Data, [one.Message.Mark, .. one.Message.Recipients], one.Id)));
        return Outcome.Of(rig, Seed, broken);
    }

    private static Submission Message(string mark, bool large) => new(
        mark, [$"ok-{mark}-0@{Submission.Domain}", $"ok-{mark}-1@{Submission.Domain}"], null, large);
}
