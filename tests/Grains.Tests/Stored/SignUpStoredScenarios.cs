using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.SignUps;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Stored;

/// <summary>Double opt-ins over the store that production uses, on either engine.</summary>
public sealed class SignUpStoredScenarios : IAsyncLifetime
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@example.com");
    private static readonly Mailbox From = Mailbox.Parse("Shop <news@shop.example>");

    private static readonly SignUp News = new(
        Ann, ["news"], ImmutableDictionary<string, string>.Empty.Add("city", "Oslo"), "https://shop.example", "Yes.",
        "192.0.2.1", "de", new SignUpSender(Shop.Account, From));

    private readonly StoredWorld world = new();

    public async Task InitializeAsync() => await world.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task what_a_form_was_filled_in_with_is_asked_after_its_answer()
    {
        var entries = Enumerable.Range(0, 20).Select(i => world.Grains.GetGrain<ISignUpEntryGrain>(
            new SignUpEntryKey(Shop.Tenant, $"sgn_{i}").ToString()));
        await Task.WhenAll(entries.Select(entry => entry.Keep(News)));
        var question = await world.OtherThan(new MessageKey(Shop.Tenant, default));
        (await world.EventsUntil("message.delivered", question)).ShouldBe(["message.accepted", "message.delivered"]);
        (await world.Reader.Message(Shop.Tenant, question.Message)).ShouldNotBeNull().Recipient.ShouldBe(Ann);
    }

    [Fact]
    public async Task why_a_question_was_refused_outlives_a_crash()
    {
        var nobodys = News with { Sender = new SignUpSender(AccountId.Parse("acc_nobody"), From) };
        await world.Grains.SignUp(ContactKey.Of(Shop.Tenant, Ann)).Ask(nobodys);
        await world.Crash();

        var view = (await world.Grains.SignUp(ContactKey.Of(Shop.Tenant, Ann)).Get()).ShouldNotBeNull();
        view.Message.ShouldBe(SignUpMessage.Refused);
        view.Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.UnknownAccount);
        view.Lists.ShouldBe(["news"]);
        view.NextTryAt.ShouldNotBeNull().ShouldBeGreaterThan(view.AskedAt);
    }

    [Fact]
    public async Task a_form_that_was_changed_is_so_after_a_crash()
    {
        await Forms.Add(new SignUpForm(
            "frm_1", "News", new SignUpSender(Shop.Account, From), ["news"], ["city"], null, "Yes.", null, null, []));
        var change = new SignUpFormChange(null, null, null, null, null, "cs", "", null, null, ["https://shop.example"]);
        (await Forms.Change("frm_1", change)).Value.ShouldNotBeNull();
        await world.Crash();

        var form = (await Forms.Find("frm_1")).ShouldNotBeNull();
        (form.Name, form.Language, form.Consent).ShouldBe(("News", "cs", null));
        form.Origins.ShouldBe(["https://shop.example"]);
        form.Sender.ShouldBe(new SignUpSender(Shop.Account, From));
    }

    [Fact]
    public async Task a_form_that_is_made_again_under_its_id_is_one()
    {
        var form = new SignUpForm(
            "frm_1", "News", new SignUpSender(Shop.Account, From), ["news"], [], null, null, null, null, []);
        (await Forms.Add(form)).Value.ShouldNotBeNull();
        (await Forms.Add(form)).Value.ShouldNotBeNull().Id.ShouldBe("frm_1");
        (await Forms.List()).ShouldHaveSingleItem();
    }

    private ISignUpFormsGrain Forms => world.Grains.GetGrain<ISignUpFormsGrain>(Shop.Tenant.Value);
}
