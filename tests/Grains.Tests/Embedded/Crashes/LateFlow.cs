using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Plans;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>What comes back after delivery: late bounces, one of them before the delivery is on record, complaints, one
/// of them about a message that is erased, and readers who leave. Whoever reports repeats it until it is
/// taken.</summary>
internal sealed class LateFlow(GrainWorld world) : MailFlow(world)
{
    /// <summary>Its server takes it and bounces it, and is never heard to have taken it.</summary>
    private const string Early = "early";

    private static readonly Verdict Gone = new("invalid_recipient", true, "recipient", "r");
    private static readonly EmailAddress Forgotten = EmailAddress.Parse("forgotten@example.com");

    /// <summary>Of a message that retention has erased.</summary>
    private static readonly MessageId Erased =
        new(SubmissionId.Create(Messages.Mails.Noon, [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]), 0);

    private readonly DateTimeOffset reportedAt = world.Time.GetUtcNow() + Hour;

    public override IReadOnlyList<Action> Steps =>
    [
        () => SendAll("bounces", "complains", "leaves", "leaves-all", "stays", Early),
        () => Hear(Early, new LateReport.Bounce(Messages.Mails.Unknown, Gone, null)),
        () => World.AdvanceTo(Began + Hour, Day),
        () => Hear("bounces", new LateReport.Bounce(Messages.Mails.Unknown, Gone, "mx.example.com")),
        () => Hear("bounces", new LateReport.Bounce(Messages.Mails.Unknown, Gone, null)),
        () => Hear("complains", new LateReport.Complaint("abuse")),
        () => Leave("leaves", "news"),
        () => Leave("leaves-all", null),
        ComplainOfErased,
        () => World.AdvanceTo(Began + (2 * Hour), Day),
        () => SendAll("bounces-2", "complains-2", "leaves-2", "leaves-all-2", "stays-2"),
        () => World.AdvanceTo(Began + (2 * Hour) + (Hour / 6), Day),
        () => Hear("stays", new LateReport.Complaint("abuse")), // the third: a block
        () => World.AdvanceTo(Began + (3 * Hour), Day),
    ];

    public override void Prepare()
    {
        base.Prepare();
        SetPlan(plan => plan with
        {
            Thresholds = new SendingThresholds
            {
                MessagesMin = 5, HardBounceWarning = 9_000, HardBounceBlock = 10_000,
                ComplaintWarning = 1_000, ComplaintBlock = 4_200,
            },
        });
        World.Wire.Script = order => order.Recipient.LocalPart == Early ? Answer.Stalls : Answer.Ok;
    }

    public override IEnumerable<string> Outcome() =>
    [
        .. Events(),
        .. new[] { "bounces", "complains", "leaves", "leaves-all", "stays", Early }
            .Select(name => Story(EmailAddress.Parse($"{name}@example.com"))),
        Story(Forgotten),
        $"{World.Run(Get<IThresholdGrain>(GrainWorld.Shop).Of(GrainWorld.Account)).Windows[0].Counts}",
        .. Mails(),
    ];

    private void SendAll(params string[] names)
    {
        foreach (var name in names)
            Send(
                name, $"{name.Replace("-2", "", StringComparison.Ordinal)}@example.com", MailStream.Marketing,
                name.StartsWith("leaves", StringComparison.Ordinal) ? "news" : null);
    }

    private void Hear(string name, LateReport report) =>
        World.Run(World.Message(Mail[name]).Hear(report)).ShouldBeTrue();

    /// <summary>As the page does that the link in a message leads to.</summary>
    private void Leave(string name, string? list)
    {
        Hear(name, new LateReport.Unsubscribe(list));
        var cause = World.Run(World.Message(Mail[name]).Cause(ContactNews.Unsubscribed)).ShouldNotBeNull();
        World.Run(World.Grains.Contact(ContactKey.Of(GrainWorld.Shop, cause.Address!)).Apply(cause));
    }

    /// <summary>As the inbound listener does where the message is not there any more.</summary>
    private void ComplainOfErased()
    {
        var message = new MessageKey(GrainWorld.Shop, Erased);
        World.Run(World.Message(message).Hear(new LateReport.Complaint("abuse"))).ShouldBeFalse();
        World.Run(World.Grains.Contact(ContactKey.Of(GrainWorld.Shop, Forgotten)).Apply(new ContactCause.Complained
        {
            Message = Erased, At = reportedAt, Address = Forgotten, CountsFor = GrainWorld.Account,
        }));
        World.Run(Get<IThresholdGrain>(GrainWorld.Shop).Look());
    }
}
