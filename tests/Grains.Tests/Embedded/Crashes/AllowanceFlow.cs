using Actors.Grains.Allowances;
using Actors.Grains.Messages;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>A month's messages are used up, one is given back and used again, and the next month begins.</summary>
internal sealed class AllowanceFlow(GrainWorld world) : MailFlow(world)
{
    private const int Limit = 10;

    public override IReadOnlyList<Action> Steps =>
    [
        () => SendAll("m", 1, 7),
        () => Send("m-8"), // 80 per cent
        () => World.AdvanceTo(Began.AddMinutes(5), Hour),
        () => Send("m-9"),
        () => Send("slow"), // 100 per cent
        () => World.AdvanceTo(Began.AddMinutes(10), Hour),
        () => TrySend("too-much").ShouldBe(RefusalCode.AllowanceExhausted),
        () => World.Ask(Mail["slow"], MessageCommand.Cancel).ShouldBeOneOf(CommandResult.Done, CommandResult.Ended),
        () => Send("m-10"),
        () => TrySend("too-much").ShouldBe(RefusalCode.AllowanceExhausted),
        () => World.AdvanceTo(NextMonth, 3 * Day),
        () => SendAll("n", 1, 8),
        () => World.AdvanceTo(NextMonth.AddMinutes(5), Hour),
    ];

    private DateTimeOffset NextMonth => BillingMonth.Of(Began).Ends();

    public override void Prepare()
    {
        base.Prepare();
        SetPlan(plan => plan with { MessagesPerMonth = Limit });
        World.Time.Advance(AllowanceLimits.PlanTime + TimeSpan.FromSeconds(1));
        World.Wire.Script = order => order.Recipient.LocalPart == "slow" ? Answer.Greylisted : Answer.Ok;
    }

    public override void Check()
    {
        base.Check();
        foreach (var month in (BillingMonth[])[BillingMonth.Of(Began), BillingMonth.Of(NextMonth)])
            World.Run(World.Counts.Messages(GrainWorld.Shop, month)).ShouldBeInRange(0, Limit);
    }

    public override IEnumerable<string> Outcome() =>
    [
        .. Events().Select(line => line.Replace(" Deferred", "", StringComparison.Ordinal)),
        .. Mails(),
        $"{World.Run(Get<IAllowanceGrain>(GrainWorld.Shop).Get()).Messages}",
    ];

    private void SendAll(string name, int first, int last)
    {
        for (var i = first; i <= last; i++)
            Send($"{name}-{i}");
    }
}
