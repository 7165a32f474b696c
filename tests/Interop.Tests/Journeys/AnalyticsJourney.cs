using System.Net;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>An analytics platform: reports leave by its own SMTP server on port 465 and are DKIM-signed here; its
/// mails' words are its own, and go back to the originals.</summary>
public sealed class AnalyticsJourney
{
    private const string Domain = "analytics.example";
    private const string Host = "smtp." + Domain;
    private const string Reports = "reports@" + Domain;

    [JourneyFact]
    public async Task an_analytics_platform_sends_reports_by_its_own_server()
    {
        await using var lab = await JourneyLab.Begin();
        var customer = await Customer.Arrives(lab, "analytics");
        await lab.StartOwnServer(Host);
        await customer.HasDomain(
            Domain, "automatic", $"smtp A {Addresses.OwnServer}", () => customer.RecordsWithOwnServer(Domain));
        await customer.HasTestAddress();
        await customer.HasSender(Reports);

        var account = await ServerIsTriedOut(customer);
        var own = await customer.Api.Patch($"domains/{Domain}", new { way_out = "own", smtp_account = account });
        own.Text("verified_for").ShouldBe(account);
        var ann = Mails.At("plain", "ann");
        await customer.Api.Deliver(new
        {
            smtp_account = account,
            from = Reports,
            to = new[] { ann },
            subject = "Your report",
            text = "Up by 3 %.",
        });
        var report = await lab.Mail.For(ann, "Subject: Your report");
        report.Client.ShouldBe(Addresses.OwnServer);
        report.ReturnPath.ShouldBe(Reports);
        (await customer.Api.Get("events?after=0")).ToJsonString().ShouldContain("\"relayed\":true");
        await Judges.ShouldPass(lab.Network, report, Domain);

        await WordsAreRewrittenTestedAndReset(customer);
    }

    /// <returns>The account's id.</returns>
    private static async Task<string> ServerIsTriedOut(Customer customer)
    {
        var account = (await customer.Api.Post("smtp-accounts", OwnAccount.Wish(Host, Reports, "a wrong one")))
            .Text("id");
        var failed = await customer.Check(account);
        failed.Text("passed").ShouldBe("false");
        failed.Text("step").ShouldBe("login", failed.ToJsonString());
        failed.Text("answer").ShouldContain("535");
        failed.ToJsonString().ShouldNotContain("a wrong one");
        var (refused, _) = await customer.Api.Try(HttpMethod.Post, $"smtp-accounts/{account}/enable", null);
        refused.ShouldBe(HttpStatusCode.Conflict);

        await customer.Api.Put($"smtp-accounts/{account}", OwnAccount.Wish(Host, Reports, OwnServer.Password));
        var known = customer.Lab.Mail.AllFor(customer.Administrator);
        var passed = await customer.Check(account);
        passed.Text("passed").ShouldBe("true", passed.ToJsonString());
        (await customer.Lab.Mail.Beside(known, customer.Administrator)).Client.ShouldBe(Addresses.OwnServer);
        await customer.Api.Post($"smtp-accounts/{account}/enable");
        (await customer.Api.Get($"smtp-accounts/{account}")).Text("status").ShouldBe("active");
        return account;
    }

    private static async Task WordsAreRewrittenTestedAndReset(Customer customer)
    {
        const string Place = "standard-emails/sender-confirmation";
        var original = (await customer.Api.Get(Place))["in_use"]!.ToJsonString();
        await customer.Api.Put(Place, new
        {
            subject = "Please confirm, dear colleague",
            text = "Press the button: {{link}}",
            publish = true,
        });
        (await customer.Api.Post($"{Place}/preview", new { })).Text("subject")
            .ShouldBe("Please confirm, dear colleague");
        await customer.Api.Post($"{Place}/test", new { to = customer.Administrator });
        await customer.Lab.Mail.For(customer.Administrator, "Please confirm, dear colleague");

        await customer.Api.Post($"{Place}/reset");
        (await customer.Api.Get(Place))["in_use"]!.ToJsonString().ShouldBe(original);
    }
}
