using System.Collections.Immutable;
using Actors.Grains.Allowances;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.SignUps;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded;

/// <summary>Double opt-ins over weeks: how often somebody is asked, how long the answer holds, and what becomes of a
/// question that cannot be asked now.</summary>
public sealed class SignUpScenarios : Scenario
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.com");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly SignUp News = new(
        Ann, ["news"], ImmutableDictionary<string, string>.Empty, "https://shop.example", "Yes, send me the news.",
        "192.0.2.1", "de", new SignUpSender(GrainWorld.Account, Mailbox.Parse("news@shop.example")));

    private static ContactKey Key => ContactKey.Of(GrainWorld.Shop, Ann);

    private ISignUpGrain Question => World.Grains.SignUp(Key);

    private ContactState Contact => World.Store.Contact(Key)!;

    [Fact]
    public void a_link_expires_after_a_week_and_a_month_later_nothing_is_known_of_it()
    {
        World.StartClock();
        var asked = World.Time.GetUtcNow();
        World.Run(Question.Ask(News));
        var link = Links().ShouldHaveSingleItem();
        Contact.Standing.ShouldBe(ContactStanding.Unconfirmed);

        Until(asked + TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        World.Run(Question.Link(link)).Standing.ShouldBe(LinkStanding.Open);
        Until(asked + TimeSpan.FromDays(7));
        World.Run(Question.Link(link)).Standing.ShouldBe(LinkStanding.Expired);
        World.Run(Question.Confirm(link, null)).ShouldBe(LinkStanding.Expired);
        Contact.Standing.ShouldBe(ContactStanding.Unconfirmed);
        EventsOf(GrainWorld.Mail() with { Stream = MailStream.Marketing }).ShouldBe(["Accepted", "Suppressed"]);

        Until(asked + TimeSpan.FromDays(37) - Minute);
        World.Run(Question.Get()).ShouldNotBeNull().Standing.ShouldBe(LinkStanding.Expired);
        Until(asked + TimeSpan.FromDays(37) + Minute);
        World.Run(Question.Get()).ShouldBeNull();
        World.Run(Question.Link(link)).Standing.ShouldBe(LinkStanding.Unknown);
        Links().Length.ShouldBe(1);
    }

    [Fact]
    public void whoever_is_signed_up_over_and_over_gets_five_messages_a_day_a_minute_apart()
    {
        var begin = World.Time.GetUtcNow();
        for (var ask = 0; ask < 40; ask++)
            AskAndWait(Minute / 2);
        for (var hour = 1; hour < 24; hour++)
        {
            Until(begin + TimeSpan.FromHours(hour));
            AskAndWait(TimeSpan.Zero);
        }

        Until(begin + TimeSpan.FromDays(1));
        for (var ask = 0; ask < 20; ask++)
            AskAndWait(Minute / 2);

        Minutes(begin).ShouldBe([0, 1, 2, 3, 4, 1440, 1441, 1442, 1443, 1444]);
        var links = Links();
        links.SkipLast(1).ShouldAllBe(link => Standing(link) == LinkStanding.Unknown); // the latest alone holds
        World.Run(Question.Confirm(links[^1], "192.0.2.2")).ShouldBe(LinkStanding.Open);
        Contact.Standing.ShouldBe(ContactStanding.Active);

        World.Advance(TimeSpan.FromDays(1));
        World.Run(Question.Ask(News)); // who is on the list is not asked
        Links().Length.ShouldBe(10);
    }

    [Fact]
    public void a_question_that_the_allowance_stops_is_told_and_asked_once_there_is_room()
    {
        World.StartClock();
        Limit(0);
        World.Run(Question.Ask(News));

        var stopped = World.Run(Question.Get()).ShouldNotBeNull();
        stopped.Message.ShouldBe(SignUpMessage.Refused);
        stopped.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.AllowanceExhausted);
        stopped.NextTryAt.ShouldBe(stopped.AskedAt + TimeSpan.FromHours(1));
        World.Advance(TimeSpan.FromHours(5));
        Links().ShouldBeEmpty();
        World.Run(Question.Get())!.NextTryAt.ShouldNotBeNull().ShouldBeGreaterThan(World.Time.GetUtcNow());

        Limit(100);
        World.Advance(TimeSpan.FromHours(1) + Minute);
        var link = Links().ShouldHaveSingleItem();
        World.Run(Question.Get())!.Message.ShouldBe(SignUpMessage.Sent);
        World.Advance(TimeSpan.FromDays(1));
        Links().Length.ShouldBe(1);
        World.Run(Question.Confirm(link, null)).ShouldBe(LinkStanding.Open);
        Contact.Standing.ShouldBe(ContactStanding.Active);
    }

    [Fact]
    public void whoever_signs_up_again_after_a_refusal_is_asked_at_once_and_refusals_are_none_of_the_days_five()
    {
        Limit(0);
        for (var i = 0; i < 10; i++)
            AskAndWait(Minute);
        Limit(100);
        var begin = World.Time.GetUtcNow();
        for (var i = 0; i < 10; i++)
            AskAndWait(Minute);

        Minutes(begin).ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void a_question_that_could_not_be_asked_for_a_week_is_given_up_and_says_so()
    {
        World.StartClock();
        Limit(0);
        World.Run(Question.Ask(News));
        World.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(1) + Minute);
        Limit(100);
        World.Advance(TimeSpan.FromDays(1));

        Links().ShouldBeEmpty();
        var view = World.Run(Question.Get()).ShouldNotBeNull();
        (view.Message, view.Standing).ShouldBe((SignUpMessage.GivenUp, LinkStanding.Expired));
        view.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.AllowanceExhausted);
        view.NextTryAt.ShouldBeNull();
    }

    [Fact]
    public void a_contact_that_is_erased_takes_its_question_along()
    {
        World.Run(Question.Ask(News));
        var link = Links().ShouldHaveSingleItem();
        World.Run(World.Grains.Contact(Key).Ask(new ContactCommand.Erase(), null));
        World.Run(Question.Forget());

        World.Run(Question.Confirm(link, null)).ShouldBe(LinkStanding.Unknown);
        World.Run(Question.Get()).ShouldBeNull();
    }

    [Fact]
    public void who_was_erased_meanwhile_cannot_confirm_and_is_no_contact_again()
    {
        World.Run(Question.Ask(News));
        var link = Links().ShouldHaveSingleItem();
        World.Run(World.Grains.Contact(Key).Ask(new ContactCommand.Erase(), null)); // and the process dies

        World.Run(Question.Confirm(link, null)).ShouldBe(LinkStanding.Unknown);
        World.Store.Contact(Key).ShouldBeNull();
    }

    [Fact]
    public async Task a_form_that_was_stored_is_looked_at_after_a_crash_and_once()
    {
        _ = Entry("sgn_1").Keep(News);
        World.RunUntil(() => World.Store.Find<SignUpEntryState>("sign-up-entry", EntryKey("sgn_1")) is not null);
        await World.Crash();
        Links().ShouldBeEmpty();

        World.StartClock();
        World.Advance(Minute);
        Links().Length.ShouldBe(1);
        World.Advance(TimeSpan.FromDays(1));
        Links().Length.ShouldBe(1);
        World.Store.Find<SignUpEntryState>("sign-up-entry", EntryKey("sgn_1")).ShouldBeNull();
    }

    [Fact]
    public void forms_that_are_filled_in_at_once_for_one_address_ask_once()
    {
        var kept = Enumerable.Range(0, 20).Select(i => Entry($"sgn_{i}").Keep(News)).ToArray();
        World.Settle();
        kept.ShouldAllBe(one => one.IsCompletedSuccessfully);
        Links().Length.ShouldBe(1);
    }

    /// <summary>Neither for the message nor for the one before it: nobody can tell by the time whether there is
    /// one.</summary>
    [Fact]
    public void the_answer_to_a_form_waits_for_no_message()
    {
        World.Store.Gate = new TaskCompletionSource();
        Task[] kept = [Entry("sgn_1").Keep(News), Entry("sgn_2").Keep(News)];
        World.Settle();
        kept.ShouldAllBe(one => one.IsCompletedSuccessfully);
        Links().ShouldBeEmpty();
        World.OpenGate();
        Links().Length.ShouldBe(1);
    }

    private void AskAndWait(TimeSpan time)
    {
        World.Run(Question.Ask(News));
        World.Advance(time);
    }

    private static string EntryKey(string id) => new SignUpEntryKey(GrainWorld.Shop, id).ToString();

    private ISignUpEntryGrain Entry(string id) => World.Grains.GetGrain<ISignUpEntryGrain>(EntryKey(id));

    private LinkStanding Standing(string link) => World.Run(Question.Link(link)).Standing;

    private void Until(DateTimeOffset moment) => World.AdvanceTo(moment, TimeSpan.FromHours(1));

    private string[] EventsOf(SubmitCommand command) => World.EventsOf(World.Send(command));

    private void Limit(int messages)
    {
        var catalogue = World.Grains.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value);
        var startup = World.Run(catalogue.Get()).Of(PlanName.Startup);
        World.Run(catalogue.SetPlan(PlanName.Startup, startup with { MessagesPerMonth = messages }, null));
        World.Time.Advance(AllowanceLimits.PlanTime + TimeSpan.FromSeconds(1));
    }

    /// <summary>When questions were accepted, in whole minutes after that.</summary>
    private int[] Minutes(DateTimeOffset begin) =>
        [.. Asked().Select(one => (int)(one.Event.At - begin).TotalMinutes)];

    /// <summary>Hashes of the links in the questions, in the order they were asked.</summary>
    private string[] Links() => [.. Asked().Select(one => HashOf(one.Message))];

    private IEnumerable<(MessageKey Message, MessageEvent Event)> Asked() => World.Store.Events
        .Where(one => one.Event is MessageEvent.Accepted && TextOf(one.Message) is not null)
        .Select(one => (one.Message, one.Event));

    private string HashOf(MessageKey message)
    {
        const string Path = "/links/";
        var text = TextOf(message)!;
        var token = text[(text.IndexOf(Path, StringComparison.Ordinal) + Path.Length)..];
        return Secret.Hash(token[..token.IndexOfAny(['\r', '\n'])]);
    }

    /// <returns>Null of a message that asks nothing.</returns>
    private string? TextOf(MessageKey message)
    {
        var stored = World.Run(World.Store.Read(message.Tenant, message.Message.Submission).AsTask())!;
        return stored.Tags.Contains("subscription-confirmation") ? ((MailSource.Parts)stored.Source).Mail.Text : null;
    }
}
