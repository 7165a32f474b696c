using System.Globalization;
using System.Net;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>What can become of an address, each by one of its own at sandbox.test, on a server as its first start
/// leaves it: messages by their events, contacts and blacklist, and the campaign's report of all of it.</summary>
public sealed class SandboxJourney
{
    private const string Full = "mailbox-full@sandbox.test";
    private const string Bounced = "bounced hard_bounce by ";

    /// <summary>In seconds, as the sandbox counts days.</summary>
    private const int FiveDays = 120;

    /// <summary>What a message without a deadline of its own is tried for, at the least that chance leaves of the
    /// waits.</summary>
    private const int FourDays = 82;

    [Fact]
    public async Task one_address_goes_each_way_that_there_is()
    {
        await using var silo = await SandboxSilo.Start();
        var shop = silo.Demo;
        var (first, second) = (await shop.Send(Full, expiresIn: "PT60H"), await shop.Send(Full));

        await Delivered(silo);
        await Greylisted(shop);
        await Unknown(shop);
        await Blocked(shop);
        await LateBounce(shop);
        await OneClick(silo);
        await DoubleOptIn(silo);
        await ComplaintsJourney.Run(silo);

        await MailboxFullEnds(shop, first, second);
        await ReportTellsAllOfIt(shop);
    }

    private static async Task Delivered(SandboxSilo silo)
    {
        const string Ann = "delivered@sandbox.test";
        (await silo.Demo.LifeOf(Ann)).ShouldBe("accepted delivered");
        (await silo.Demo.Contact(Ann)).ShouldBe("active");

        await using var application = await silo.Submission();
        await application.Say("MAIL FROM:<news@sandbox.test>", "250");
        await application.Say("RCPT TO:<delivered@sandbox.test>", "250");
        await application.Send("From: news@sandbox.test\r\nX-Campaign: journey\r\n\r\nHello.\r\n", "250");
        var newest = (await silo.Demo.Api.Get($"messages?recipient={Ann}"))["data"]![0]!;
        (await silo.Demo.Life(newest.Text("message"))).ShouldBe("accepted delivered");
    }

    private static async Task Greylisted(SandboxTenant shop)
    {
        var message = await shop.Send("greylist@sandbox.test");
        (await shop.Life(message)).ShouldBe("accepted deferred delivered");
        (await shop.Contact("greylist@sandbox.test")).ShouldBe("active");
    }

    private static async Task Unknown(SandboxTenant shop)
    {
        var message = await shop.Send("unknown@sandbox.test");
        (await shop.Life(message)).ShouldBe("accepted bounced");
        (await shop.Meaning(message)).ShouldBe("invalid_recipient hard recipient");
        await shop.Becomes("unknown@sandbox.test", Bounced + message);
        (await shop.Blacklisted("unknown@sandbox.test")).ShouldBe(["hard_bounce"]);
        (await shop.LifeOf("unknown@sandbox.test")).ShouldBe("accepted suppressed");
    }

    /// <summary>A block says something of the sender: the address stays good, and the next message is tried.</summary>
    private static async Task Blocked(SandboxTenant shop)
    {
        var message = await shop.Send("blocked@sandbox.test");
        (await shop.Life(message)).ShouldBe("accepted bounced");
        (await shop.Meaning(message)).ShouldBe("mail_block soft policy");
        (await shop.LifeOf("blocked@sandbox.test")).ShouldBe("accepted bounced");
        (await shop.Contact("blocked@sandbox.test")).ShouldBe("active");
        (await shop.Blacklisted("blocked@sandbox.test")).ShouldBeEmpty();
    }

    private static async Task LateBounce(SandboxTenant shop)
    {
        const string Gone = "late-bounce@sandbox.test";
        var message = await shop.Send(Gone);
        await shop.Api.Happened("message.late_bounced", message);
        await shop.Life(message);
        (await shop.Events(message)).Split(' ').Order().ShouldBe(["accepted", "delivered", "late_bounced"]);
        await shop.Becomes(Gone, Bounced + message);
        (await shop.LifeOf(Gone)).ShouldBe("accepted suppressed");
    }

    private static async Task OneClick(SandboxSilo silo)
    {
        const string Bob = "bob@sandbox.test";
        var message = await silo.Demo.Send(Bob);
        await silo.Demo.Life(message);
        (await silo.Demo.Field(message, "List-Unsubscribe-Post")).ShouldBe("List-Unsubscribe=One-Click");
        var link = (await silo.Demo.Field(message, "List-Unsubscribe"))!.Trim('<', '>');

        await silo.Anybody.Read(silo.Behind(link)); // a scanner follows it, and changes nothing
        (await silo.Demo.Contact(Bob)).ShouldBe("active");
        var (status, page) = await silo.Anybody.Try(
            HttpMethod.Post, silo.Behind(link), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        status.ShouldBe(HttpStatusCode.OK, page);

        (await silo.Demo.Contact(Bob)).ShouldBe($"unsubscribed unsubscribe by {message}");
        (await silo.Demo.Events(message)).ShouldBe("accepted delivered unsubscribed");
        (await silo.Demo.LifeOf(Bob)).ShouldBe("accepted suppressed");
        (await silo.Demo.LifeOf(Bob, "transactional")).ShouldBe("accepted delivered"); // a receipt still comes
    }

    private static async Task DoubleOptIn(SandboxSilo silo)
    {
        const string Eve = "eve@sandbox.test";
        var form = await silo.Demo.Api.Post("forms", new
        {
            name = "Newsletter",
            from = "Shop <news@sandbox.test>",
            smtp_account = "acc_demo",
            lists = new[] { "news" },
            consent = "Yes, send me the news.",
        });
        var (status, page) = await silo.Anybody.Try(
            HttpMethod.Post, silo.Behind(form.Text("url")), new FormUrlEncodedContent([new("email", Eve)]));
        status.ShouldBe(HttpStatusCode.OK, page);
        var question = await silo.Demo.Question(Eve);
        (await silo.Demo.Contact(Eve)).ShouldBe("unconfirmed");
        (await silo.Demo.LifeOf(Eve)).ShouldBe("accepted suppressed");
        (await silo.Demo.Life(question)).ShouldBe("accepted delivered");
        var link = silo.Behind(await silo.Demo.Link(question, "/links/"));
        (await silo.Anybody.Read(link)).ShouldContain("<button");
        (await silo.Demo.Contact(Eve)).ShouldBe("unconfirmed");
        (status, page) = await silo.Anybody.Try(HttpMethod.Post, link, null);
        status.ShouldBe(HttpStatusCode.OK, page);

        (await silo.Demo.Contact(Eve)).ShouldBe("active");
        (await silo.Demo.Api.Get($"contacts/{Eve}"))["consents"]!.AsArray().ShouldHaveSingleItem()!.Text("text")
            .ShouldBe("Yes, send me the news.");
        (await silo.Demo.LifeOf(Eve)).ShouldBe("accepted delivered");
    }

    /// <summary>Three messages to a mailbox that stays full: one that gives up after sixty hours, one that is tried for
    /// its four days, and one that is handed in so late that it fails five days behind the first, however late that
    /// was. Each is soft; that three fail over five days makes the address hard. A sandbox hour is a second.</summary>
    private static async Task MailboxFullEnds(SandboxTenant shop, string first, string second)
    {
        (await shop.Life(first)).ShouldBe("accepted deferred expired");
        var later = TimeProvider.System.GetUtcNow().AddSeconds(FiveDays - FourDays);
        var third = await shop.Send(Full, sendAt: later.ToString("O", CultureInfo.InvariantCulture));
        (await shop.Life(second)).ShouldBe("accepted deferred bounced");
        (await shop.Life(third)).ShouldBe("scheduled deferred bounced");
        (await shop.Meaning(third)).ShouldBe("mailbox_full soft recipient");
        await shop.Becomes(Full, Bounced + third);
        (await shop.History(Full)).ShouldBe(
        [
            $"soft_bounced by {first}", $"soft_bounced by {second}", $"soft_bounced by {third}", $"bounced by {third}",
        ]);
        (await shop.LifeOf(Full)).ShouldBe("accepted suppressed");
    }

    private static async Task ReportTellsAllOfIt(SandboxTenant shop)
    {
        var total = (await shop.Api.Get("reports?campaign=journey"))["total"]!;
        var told = ((string[])
            [
                "accepted", "delivered", "bounced", "hard_bounced", "soft_bounced", "expired", "suppressed",
                "unsubscribed", "late_bounced", "complained",
            ]).Select(number => $"{number} {total.Text(number)}");
        string.Join(", ", told).ShouldBe(
            "accepted 18, delivered 7, bounced 5, hard_bounced 1, soft_bounced 4, expired 1, suppressed 5, "
            + "unsubscribed 1, late_bounced 1, complained 0");
        total["bounces"]!.AsArray().Where(one => one!.Text("hard") != "0" || one!.Text("soft") != "0")
            .Select(one => $"{one!.Text("category")} {one!.Text("hard")} {one!.Text("soft")}")
            .ShouldBe(["invalid_recipient 1 0", "mailbox_full 0 2", "mail_block 0 2"], ignoreOrder: true);
        (await Behind(shop, "suppressed")).ShouldBe(
        [
            "bob@sandbox.test", "eve@sandbox.test", "late-bounce@sandbox.test", Full, "unknown@sandbox.test",
        ]);
        (await Behind(shop, "unsubscribed")).ShouldBe(["bob@sandbox.test"]);
    }

    /// <summary>The addresses behind a number, in alphabetical order.</summary>
    private static async Task<string[]> Behind(SandboxTenant shop, string number) =>
    [
        .. (await shop.Api.Get($"reports/recipients?number={number}&campaign=journey&limit=100"))["data"]!.AsArray()
            .Select(one => one!.Text("email")).Order(StringComparer.Ordinal),
    ];
}
