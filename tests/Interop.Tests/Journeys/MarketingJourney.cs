using System.Net;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>A marketing suite: an account of each kind, From of a campaign taken from each contact's details, and a
/// list of accounts that can be searched.</summary>
public sealed class MarketingJourney
{
    private const string Domain = "suite.example";
    private const string Host = "smtp." + Domain;
    private const string News = "news@" + Domain;
    private const string Petra = "petra@" + Domain;

    [JourneyFact]
    public async Task a_marketing_suite_sends_in_the_name_of_each_contacts_manager()
    {
        await using var lab = await JourneyLab.Begin();
        var suite = await Customer.Arrives(lab, "suite");
        await lab.StartOwnServer(Host);
        var campaigns = await suite.HasAccount(Campaigns());
        await suite.HasDomain(
            Domain, "hosted", $"smtp A {Addresses.OwnServer}", () => suite.RecordsWithOwnServer(Domain));
        await suite.HasTestAddress();
        await suite.HasSender(News);
        await suite.HasSender(Petra);
        var own = (await suite.Api.Post("smtp-accounts", OwnAccount.Wish(Host, News, OwnServer.Password))).Text("id");
        (await suite.Check(own)).Text("passed").ShouldBe("true");
        await suite.Api.Post($"smtp-accounts/{own}/enable");

        await FromIsTheManagers(suite, campaigns);
        await BothKindsDeliver(suite, own);
        await TheListIsSearched(suite, campaigns, own);
    }

    private static object Campaigns() => new
    {
        name = "Campaigns",
        email = News,
        stream = "marketing",
        override_from = new
        {
            email_detail = "manager_email",
            name_detail = "manager_name",
            fallback = new { email = News, name = "The suite" },
        },
    };

    private static async Task FromIsTheManagers(Customer suite, string campaigns)
    {
        var (ann, bob) = (Mails.At("plain", "ann"), Mails.At("plain", "bob"));
        var managed = new { manager_email = Petra, manager_name = "Petra Novotná" };
        await suite.Api.Deliver(Campaign(campaigns, "Spring", new { email = ann, details = managed }));
        await suite.Api.Deliver(Campaign(campaigns, "Spring", new { email = bob }));
        var toAnn = await suite.Lab.Mail.For(ann, "Subject: Spring");
        var toBob = await suite.Lab.Mail.For(bob, "Subject: Spring");
        (await Python.Read(toAnn)).Text("from").ShouldBe($"Petra Novotná <{Petra}>");
        (await Python.Read(toBob)).Text("from").ShouldBe($"The suite <{News}>");
        await Judges.ShouldPass(suite.Lab.Network, toAnn, Domain);
        await Judges.ShouldPass(suite.Lab.Network, toBob, Domain);

        var forged = new { manager_email = "boss@elsewhere.test" };
        var (status, refusal) = await suite.Api.Try(
            HttpMethod.Post, "messages", Campaign(campaigns, "Forged", new { email = ann, details = forged }));
        status.ShouldBe(HttpStatusCode.Forbidden, refusal);
    }

    private static async Task BothKindsDeliver(Customer suite, string own)
    {
        var eve = Mails.At("plain", "eve");
        await suite.Api.Deliver(Campaign(own, "By our own server", new { email = eve }));
        var mail = await suite.Lab.Mail.For(eve, "Subject: By our own server");
        mail.Client.ShouldBe(Addresses.OwnServer);
        await Judges.ShouldPass(suite.Lab.Network, mail, Domain);
    }

    private static async Task TheListIsSearched(Customer suite, string campaigns, string own)
    {
        await suite.Api.Post("smtp-accounts", new { name = "Waiting", email = News });
        (await Listed(suite, "search=CAMPAIGN")).ShouldBe([campaigns]);
        (await Listed(suite, "filter=own")).ShouldBe([own]);
        (await Listed(suite, "filter=active")).Order().ShouldBe(new[] { campaigns, own }.Order());
        (await Listed(suite, "filter=platform")).Length.ShouldBe(2);
        (await Listed(suite, "filter=own&search=campaign")).ShouldBeEmpty();
    }

    private static async Task<string[]> Listed(Customer suite, string query) =>
        [.. (await suite.Api.Get($"smtp-accounts?{query}"))["data"]!.AsArray().Select(one => one!.Text("id"))];

    private static object Campaign(string account, string subject, object recipient) => new
    {
        smtp_account = account,
        from = News,
        to = new[] { recipient },
        subject,
        text = "Good news.",
    };
}
