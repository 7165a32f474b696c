using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>An e-commerce shop: its own domain, hosted by the platform, and two applications with logins of their own,
/// one for receipts and one for the newsletter.</summary>
public sealed class ShopJourney
{
    private const string Domain = "shop.example";
    private const string Orders = "orders@" + Domain;
    private const string News = "news@" + Domain;

    [JourneyFact]
    public async Task a_shop_sends_receipts_and_a_newsletter_from_its_own_domain()
    {
        await using var lab = await JourneyLab.Begin();
        var shop = await Customer.Arrives(lab, "shop");

        var receipts = await shop.HasAccount(new { name = "Receipts", email = Orders, stream = "transactional" });
        var newsletter = await shop.HasAccount(new { name = "Newsletter", email = News, stream = "marketing" });
        await shop.HasDomain(Domain, "hosted", "");
        await shop.HasSender(Orders);
        await shop.HasSender(News);

        var till = await Login(shop, receipts, "till");
        var press = await Login(shop, newsletter, "press");
        var (ann, bob) = (Mails.At("plain", "ann"), Mails.At("plain", "bob"));
        (await shop.Submit(till, Orders, ann, "Your receipt")).ShouldBe("250");
        (await shop.Submit(press, News, bob, "Our news")).ShouldBe("250");
        await Judges.ShouldPass(lab.Network, await lab.Mail.For(ann, "Your receipt"), Domain);
        await Judges.ShouldPass(lab.Network, await lab.Mail.For(bob, "Our news"), Domain);
        (await AccountOf(shop, ann)).ShouldBe(receipts);
        (await AccountOf(shop, bob)).ShouldBe(newsletter);

        await shop.Api.Deliver(new
        {
            smtp_account = receipts,
            from = Orders,
            to = new[] { ann },
            subject = "Sent over HTTP",
            text = "Thank you.",
        });
        await Judges.ShouldPass(lab.Network, await lab.Mail.For(ann, "Sent over HTTP"), Domain);

        (await shop.Submit(till, "stranger@" + Domain, ann, "From a stranger")).ShouldStartWith("550");
        var changed = await shop.Api.Put($"smtp-accounts/{receipts}/logins/{till.User}/password", new { });
        (await shop.Submit(till, Orders, ann, "With the old password")).ShouldStartWith("535");
        (await shop.Submit((till.User, changed.Text("password")), Orders, ann, "With the new one")).ShouldBe("250");
        await lab.Mail.For(ann, "With the new one");
    }

    private static async Task<(string User, string Password)> Login(Customer shop, string account, string application)
    {
        var login = await shop.Api.Post($"smtp-accounts/{account}/logins", new { application });
        return (login.Text("user_name"), login.Text("password"));
    }

    private static async Task<string> AccountOf(Customer shop, string recipient) =>
        (await shop.Api.Get($"messages?recipient={Uri.EscapeDataString(recipient)}"))["data"]![0]!.Text("smtp_account");
}
