using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Plans;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Thresholds;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>An account is warned, goes too far, has mail waiting, is lifted with a note, and goes too far
/// again.</summary>
internal sealed class HealthFlow(GrainWorld world) : MailFlow(world)
{
    private const string Good = "good";
    private const string Bad = "none";

    private IThresholdGrain Thresholds => Get<IThresholdGrain>(GrainWorld.Shop);

    private ISmtpAccountGrain Account => Get<ISmtpAccountGrain>(new AccountKey(GrainWorld.Shop, GrainWorld.Account));

    public override IReadOnlyList<Action> Steps =>
    [
        () => SendAll(Good, 1, 4),
        () => Pass(0.1),
        () => Send($"{Bad}-1"), // one of five: a warning
        () => Pass(0.2),
        () => Send($"{Bad}-2"), // two of six: a block
        () => Pass(0.3),
        () => Send("waits"),
        () => Pass(2),
        () => Lift(1),
        () => Pass(3), // what comes after the lift is of another hour
        () => SendAll(Good, 5, 8),
        () => Pass(3.1),
        () => Complain($"{Good}-5"), // one of five, of what came after the lift: too many
        () => Pass(3.2),
        () => Send("waits-again"),
        () => Pass(4),
        () => Lift(2),
    ];

    public override void Prepare()
    {
        base.Prepare();
        SetPlan(plan => plan with
        {
            Thresholds = new SendingThresholds
            {
                MessagesMin = 5, HardBounceWarning = 1_500, HardBounceBlock = 3_000,
                ComplaintWarning = 1_000, ComplaintBlock = 1_500,
            },
        });
        World.Wire.Script = order =>
            order.Recipient.LocalPart.StartsWith(Bad, StringComparison.Ordinal) ? Answer.Unknown : Answer.Ok;
    }

    public override void Check()
    {
        base.Check();
        var state = World.Store.Find<ThresholdState>("thresholds", GrainWorld.Shop.Value);
        state?.DueAt.ShouldBeNull("somebody is still to be told");
        var blocks = World.Run(Account.Get())!.Blocks;
        blocks.Length.ShouldBe(state?.Of(GrainWorld.Account).Level == HealthLevel.Blocked ? 1 : 0);
        foreach (var (name, message) in Mail.Where(_ => blocks.IsEmpty))
            World.Store[message].Phase.ShouldNotBe(MessagePhase.Held, name);
    }

    public override IEnumerable<string> Outcome()
    {
        var view = World.Run(Thresholds.Of(GrainWorld.Account));
        var watched = World.Store.Find<ThresholdState>("thresholds", GrainWorld.Shop.Value)!.Of(GrainWorld.Account);
        return
        [
            .. Events(),
            .. Mails(),
            $"{view.Level}, {watched.Warnings} warnings, {watched.Blocks} blocks",
            .. view.Lifts.Select(lift => lift.Note),
            .. World.Run(World.Counts.Read(GrainWorld.Shop, Began))
                .Select(hour => $"{hour.Hour:HH}: {hour.Counts}"),
        ];
    }

    /// <summary>Until so long after the beginning: after a crash, the outbox and the clock look within a
    /// minute.</summary>
    private void Pass(double hours) => World.AdvanceTo(Began.AddHours(hours), Hour);

    private void SendAll(string name, int first, int last)
    {
        for (var i = first; i <= last; i++)
            Send($"{name}-{i}");
    }

    private void Complain(string name) =>
        World.Run(World.Message(Mail[name]).Hear(new LateReport.Complaint("abuse"))).ShouldBeTrue();

    /// <summary>Refused where the lift is stored and its answer was lost.</summary>
    private void Lift(int number)
    {
        if (World.Run(Thresholds.Lift(
            GrainWorld.Account, new Lift(World.Time.GetUtcNow(), "ops@example.org", $"Cleaned {number}"))).Refusal
            is { } refusal)
            refusal.Code.ShouldBe(RefusalCode.Conflict);
    }
}
