using System.Net;
using Actors.Interop.Tests.Lab;
using Actors.Testing;

namespace Actors.Interop.Tests.Journeys;

/// <summary>An application over SMTP, and what its tenant sees of it over HTTP.</summary>
public sealed class SubmissionJourney
{
    private const string Elsewhere = "ann@example.org";

    [Fact]
    public async Task a_campaign_named_over_smtp_has_a_report_and_does_not_travel_on()
    {
        await using var silo = await SandboxSilo.Start();
        await using var application = await silo.Submission();
        await Submit(
            application, "ann@sandbox.test", "250",
            "X-Campaign: =?utf-8?Q?Fr=C3=BChling?=\r\n 2030\r\nX-Kept: yes\r\n");
        await Submit(application, "unknown@sandbox.test", "250", "X-Campaign: =?utf-8?Q?Fr=C3=BChling_2030?=\r\n");
        await Submit(application, "ann@sandbox.test", "250", "");

        var named = (await silo.Demo.Api.Get("messages?campaign=Fr%C3%BChling%202030"))["data"]!.AsArray();
        named.Count.ShouldBe(2);
        foreach (var one in named)
            await silo.Demo.Life(one!.Text("message"));
        var delivered = named.Single(one => one!.Text("email") == "ann@sandbox.test")!.Text("message");
        (await silo.Demo.Field(delivered, "X-Kept")).ShouldBe("yes");
        (await silo.Demo.Field(delivered, "X-Campaign")).ShouldBeNull();

        var report = await silo.Demo.Api.Get("reports?campaign=Fr%C3%BChling%202030");
        report.Text("campaign").ShouldBe("Frühling 2030");
        report["total"]!.Text("accepted").ShouldBe("2");
        report["total"]!.Text("delivered").ShouldBe("1");
        report["total"]!.Text("hard_bounced").ShouldBe("1");
        (await silo.Demo.Api.Get("campaigns"))["data"]!.AsArray()
            .Select(one => one!.Text("campaign")).ShouldBe(["Frühling 2030"]);
    }

    [Fact]
    public async Task at_the_end_of_the_allowance_mail_waits_with_its_sender_until_there_is_a_larger_plan()
    {
        await Months.Settled();
        await using var silo = await SandboxSilo.Start();
        await silo.Operator.Put("admin/plans/startup", new
        {
            price = 0,
            log_retention_days = 1,
            roles = false,
            blacklist_file = false,
            messages_per_month = 2,
        });
        await using var application = await silo.Submission();
        await Submit(application, Elsewhere, "250", "");
        (await silo.Demo.Api.Try(HttpMethod.Post, "messages", Mail())).Status.ShouldBe(HttpStatusCode.Accepted);

        await Submit(application, Elsewhere, "451 4.7.1", "");
        var (status, refusal) = await silo.Demo.Api.Try(HttpMethod.Post, "messages", Mail());
        status.ShouldBe(HttpStatusCode.TooManyRequests);
        refusal.ShouldContain("allowance_exhausted");
        (await silo.Demo.Api.Get("allowance"))["messages"]!.Text("left").ShouldBe("0");
        await Submit(application, "ann@sandbox.test", "250", ""); // what never leaves is not counted

        await silo.Operator.Put("admin/tenants/demo/plan", new { plan = "pro" });
        await Submit(application, Elsewhere, "250", "");
        (await silo.Demo.Api.Try(HttpMethod.Post, "messages", Mail())).Status.ShouldBe(HttpStatusCode.Accepted);
        (await silo.Demo.Api.Get("allowance"))["messages"]!.Text("used").ShouldBe("4");
    }

    private static object Mail() => new
    {
        from = "news@sandbox.test",
        to = Elsewhere,
        subject = "Hello",
        text = "Hello.",
    };

    /// <param name="answer">To the final dot.</param>
    /// <param name="fields">Further ones of the header.</param>
    private static async Task Submit(SubmissionSession application, string to, string answer, string fields)
    {
        await application.Say("MAIL FROM:<news@sandbox.test>", "250");
        await application.Say($"RCPT TO:<{to}>", "250");
        await application.Send($"From: news@sandbox.test\r\nSubject: Hello\r\n{fields}\r\nHello.\r\n", answer);
    }
}
