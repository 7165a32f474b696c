using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.SignUps;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>Somebody signs up, confirms, leaves, signs up again and confirms again.</summary>
internal sealed class SignUpFlow(GrainWorld world) : MailFlow(world)
{
    private static readonly EmailAddress Reader = EmailAddress.Parse("reader@example.com");
    private static readonly ContactKey Key = ContactKey.Of(GrainWorld.Shop, Reader);
    private static readonly SignUp News = new(
        Reader, ["news"], ImmutableDictionary<string, string>.Empty.Add("name", "Ann"), "https://shop.example/", "Yes.",
        "192.0.2.1", null, new SignUpSender(GrainWorld.Account, Mailbox.Parse("Shop <news@shop.example>")));

    private ISignUpGrain SignUps => Get<ISignUpGrain>(Key);

    public override IReadOnlyList<Action> Steps =>
    [
        () => World.Run(SignUps.Ask(News)),
        () => World.AdvanceTo(Began.AddMinutes(5), Day),
        () => Marketing("early"),
        () => World.AdvanceTo(Began.AddMinutes(10), Day), // after a crash it is sent within a minute
        Confirm,
        () => Marketing("wanted"),
        () => World.AdvanceTo(Began.AddMinutes(15), Day),
        () => Leave("wanted"),
        () => Marketing("left"),
        () => World.AdvanceTo(Began + Day, Day),
        () => World.Run(SignUps.Ask(News)),
        () => World.AdvanceTo(Began + Day + Hour, Day),
        () => Marketing("still-left"),
        () => World.AdvanceTo(Began + Day + (2 * Hour), Day),
        Confirm,
        () => Marketing("wanted-again"),
    ];

    public override void Check()
    {
        base.Check();
        if (World.Store.Find<SignUpState>("sign-up", Key.ToString()) is not { } state)
            return;
        state.Outgoing.ShouldBeNull("a message is still to be handed over");
        if (state.ConfirmedAt is not null)
            World.Store.Contact(Key)!.Consents.ShouldContain(consent => consent.At == state.AskedAt);
    }

    public override IEnumerable<string> Outcome()
    {
        var contact = World.Store.Contact(Key)!;
        return
        [
            .. Events(),
            .. Sent(GrainWorld.Shop).Select(mail => $"{mail.To}: {mail.Words.Subject}"),
            Story(Reader),
            .. contact.Consents.Select(consent => $"{consent.Source} {consent.Text} {consent.ConfirmedFrom}"),
            .. contact.Lists.Select(list => $"{list.Name}, left: {list.LeftAt is not null}"),
        ];
    }

    private void Marketing(string name) => Send(name, Reader.ToString(), MailStream.Marketing, "news");

    private void Leave(string name)
    {
        var message = World.Message(Mail[name]);
        World.Run(message.Hear(new LateReport.Unsubscribe("news"))).ShouldBeTrue();
        World.Run(World.Grains.Contact(Key).Apply(World.Run(message.Cause(ContactNews.Unsubscribed))!));
    }

    /// <summary>As the page does that the link leads to. Who presses the button again presses it later.</summary>
    private void Confirm()
    {
        World.Advance(TimeSpan.FromSeconds(1));
        var (hash, target) = LinkTo(Reader, GrainWorld.Shop);
        target.ShouldBe(new LinkTarget(LinkPurpose.Subscription, GrainWorld.Shop, Key.Hash.Value));
        World.Run(SignUps.Confirm(hash, "192.0.2.9")).ShouldBeOneOf(LinkStanding.Open, LinkStanding.Used);
    }
}
