using Actors.Grains.Ids;
using Actors.Grains.SignUps;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.SignUps;

public sealed class SignUpFormRulesTests
{
    private static readonly SignUpForm Form = new(
        "frm_1", "News", new SignUpSender(AccountId.Parse("acc_shop"), Mailbox.Parse("news@shop.example")), ["news"],
        ["city"], "de", "Yes.", "https://shop.example/thanks", "Thank you.", ["https://shop.example"]);

    private static readonly SignUpFormChange Nothing = new(
        null, null, null, null, null, null, null, null, null, null);

    [Fact]
    public void what_is_not_named_stays() => SignUpFormRules.Changed(Form, Nothing).ShouldBe(Form);

    [Fact]
    public void what_is_named_takes_the_place_of_what_was()
    {
        var all = new SignUpFormChange(
            "Offers", Mailbox.Parse("offers@shop.example"), "acc_offers", ["offers"], [], "cs", "No.",
            "https://shop.example/offers", "Thanks.", []);
        var changed = SignUpFormRules.Changed(Form, all);
        changed.Id.ShouldBe(Form.Id);
        (changed.Name, changed.Language, changed.Consent, changed.Redirect, changed.ThankYou)
            .ShouldBe((all.Name!, all.Language, all.Consent, all.Redirect, all.ThankYou));
        changed.Sender.ShouldBe(new SignUpSender(AccountId.Parse("acc_offers"), all.From!));
        changed.Lists.ShouldBe(["offers"]);
        changed.Details.ShouldBeEmpty();
        changed.Origins.ShouldBeEmpty();
    }

    [Fact]
    public void an_empty_text_takes_away_what_may_be_missing()
    {
        var changed = SignUpFormRules.Changed(
            Form, Nothing with { Account = "", Language = "", Consent = "", Redirect = "", ThankYou = "" });
        (changed.Language, changed.Consent, changed.Redirect, changed.ThankYou)
            .ShouldBe((null, null, null, null));
        changed.Sender.ShouldBe(Form.Sender with { Account = null });
        changed.Name.ShouldBe(Form.Name);
    }
}
