using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>A mailbox is full for weeks, another is gone, a reader complains, a contact is changed and
/// erased.</summary>
internal sealed class ContactFlow(GrainWorld world) : Flow(world)
{
    private static readonly EmailAddress Full = EmailAddress.Parse("full@example.com");
    private static readonly EmailAddress Gone = EmailAddress.Parse("gone@example.com");
    private static readonly EmailAddress Cross = EmailAddress.Parse("cross@example.com");

    /// <summary>Delivered or suppressed: after a crash the complaint may come before the attempt is made
    /// again.</summary>
    private const string News = "news";

    private readonly Dictionary<string, MessageKey> sent = [];

    public override IReadOnlyList<Action> Steps =>
    [
        () => Send(Full, "first"),
        () => Send(Gone, "gone"),
        () => World.AdvanceTo(Began + (7 * Day), 3 * Day),
        () => Send(Full, "second"),
        () => Send(Cross, News, MailStream.Marketing),
        () => World.Run(World.Message(sent[News]).Hear(new LateReport.Complaint("abuse"))).ShouldBeTrue(),
        () => World.AdvanceTo(Began + (14 * Day), 3 * Day),
        () => Send(Full, "third"),
        () => World.AdvanceTo(Began + (21 * Day), 3 * Day),
        () => Send(Full, "fourth"),
        () => Send(Gone, "again"),
        () => Ask(Cross, new ContactCommand.Change(null, ["news"])),
        () => Ask(Cross, new ContactCommand.Erase()),
        () => World.AdvanceTo(Began + (21 * Day) + Hour, 3 * Day),
        () => Ask(Gone, new ContactCommand.Unblock(BlacklistReasons.HardBounce)),
    ];

    public override void Prepare()
    {
        for (var partition = 0; partition < OutboxPartitions.Count; partition++)
            World.StartOutbox(partition);
        World.Wire.Script = order =>
            order.Recipient == Full ? Answer.Full : order.Recipient == Gone ? Answer.Unknown : Answer.Ok;
    }

    public override void Check() => World.Store.EffectsLeft.ShouldBe(0);

    public override IEnumerable<string> Outcome() =>
    [
        .. sent.OrderBy(one => one.Key).Where(one => one.Key != News).Select(one => $"{one.Key}: {Ends(one.Value)}"),
        $"{World.EventsOf(sent[News]).Count(one => one == "Complained")} complaint",
        .. new[] { Full, Gone, Cross }.Select(Story),
    ];

    private void Send(EmailAddress to, string name, MailStream stream = MailStream.Transactional) =>
        sent[name] = World.Send(GrainWorld.Mail(to.ToString()) with
        {
            Stream = stream,
            Idempotency = new IdempotencyMark(name, null),
        });

    private void Ask(EmailAddress address, ContactCommand command) =>
        World.Run(World.Grains.Contact(ContactKey.Of(GrainWorld.Shop, address)).Ask(command, null));

    /// <summary>A message with a full mailbox ends by its schedule or its deadline: which, is a matter of
    /// moments.</summary>
    private string Ends(MessageKey message) => string.Join(' ', World.EventsOf(message).Where(one => one != "Deferred")
        .Select(one => one == "Expired" ? "Bounced" : one));
}
