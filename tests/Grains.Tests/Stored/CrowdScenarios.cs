using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.Sessions;
using Actors.Grains.SignUps;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Stored;

/// <summary>Many ask one grain at once that leaves memory when it has answered: each is answered, on either
/// engine.</summary>
public sealed class CrowdScenarios : IAsyncLifetime
{
    private const int Crowd = 100;

    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.org");
    private static readonly ContactKey Contact = ContactKey.Of(Shop.Tenant, Ann);

    private readonly StoredWorld world = new();

    public async Task InitializeAsync() => await world.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task a_contact_answers_all_who_are_about_to_write_to_it()
    {
        var question = new SendingQuestion(Ann.Domain, MailStream.Transactional, null, Bypasses.None);
        (await All(() => world.Grains.Contact(Contact).MaySend(question))).ShouldAllBe(one => one.Refusal == null);
        await All(() => world.Grains.Contact(Contact).Ask(new ContactCommand.Block(Ann, null, null, null), null));
        (await All(() => world.Grains.Contact(Contact).MaySend(question))).ShouldAllBe(one => one.Refusal != null);
        (await All(() => world.Grains.Contact(Contact).Get())).ShouldAllBe(one => one.Value != null);
    }

    [Fact]
    public async Task guesses_are_all_told_that_there_is_nothing()
    {
        (await All(() => world.Grains.GetGrain<ILinkGrain>("guess").Find())).ShouldAllBe(one => one == null);
        (await All(() => world.Grains.GetGrain<IApiKeyGrain>("guess").Owner())).ShouldAllBe(one => one == null);
        (await All(() => world.Grains.GetGrain<ISessionGrain>("guess").Find())).ShouldAllBe(one => one == null);
        (await All(() => world.Grains.GetGrain<ISmtpLoginGrain>("guess").Authenticate(new string('0', 64))))
            .ShouldAllBe(one => one == LoginAnswer.Wrong);
        (await All(() => world.Grains.GetGrain<ISignUpFormsGrain>(Shop.Tenant.Value).Find("guess")))
            .ShouldAllBe(one => one == null);
    }

    [Fact]
    public async Task a_sign_up_answers_all_who_hold_its_link() =>
        (await All(() => world.Grains.GetGrain<ISignUpGrain>(Contact.ToString()).Link("guess")))
            .ShouldAllBe(one => one.Standing == LinkStanding.Unknown);

    [Fact]
    public async Task a_message_that_has_ended_answers_all_who_ask_how()
    {
        world.Answers = _ => Answer.Unknown;
        var message = await world.Send();
        await world.EventsUntil("message.bounced", message);
        (await All(() => world.Grains.GetGrain<IMessageGrain>(message.ToString()).Failure()))
            .ShouldAllBe(one => one != null);
    }

    [Fact]
    public async Task a_message_answers_all_who_command_it()
    {
        world.Answers = _ => Answer.Full;
        var message = await world.Send();
        await world.EventsUntil("message.deferred", message);
        (await All(() => Message(message).Apply(MessageCommand.Release)))
            .ShouldAllBe(one => one == CommandResult.NotHeld);
        (await All(() => Message(message).Apply(MessageCommand.Cancel))).Count(one => one == CommandResult.Done)
            .ShouldBe(1);
    }

    [Fact]
    public async Task a_message_that_there_is_not_answers_all_who_ask_for_it()
    {
        var nothing = new MessageKey(Shop.Tenant, new MessageId(SubmissionId.FromKey(SortableId.FromBits(7)), 0));
        (await All(() => Message(nothing).Hear(new LateReport.Complaint(null)))).ShouldAllBe(one => !one);
        (await All(() => Message(nothing).Apply(MessageCommand.Cancel)))
            .ShouldAllBe(one => one == CommandResult.NotFound);
        (await All(() => Message(nothing).Wake())).ShouldAllBe(one => one == null);
        (await All(() => Message(nothing).MayStart(1, 1))).ShouldAllBe(one => !one);
        (await All(() => Message(nothing).Cause(ContactNews.Failed))).ShouldAllBe(one => one == null);
        (await All(() => Message(nothing).Failure())).ShouldAllBe(one => one == null);
    }

    private IMessageGrain Message(MessageKey key) => world.Grains.GetGrain<IMessageGrain>(key.ToString());

    private static Task<T[]> All<T>(Func<Task<T>> ask) => Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => ask()));
}
