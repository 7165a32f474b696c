using System.Text.Json.Nodes;
using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>Two complaints of some 500 messages block an account; what is handed in then waits until the operator lifts
/// the block.</summary>
internal static class ComplaintsJourney
{
    private const string Annoyed = "complaint@sandbox.test";
    private const int Messages = 500;
    private const int RecipientsOfOne = 50;

    public static async Task Run(SandboxSilo silo)
    {
        var shop = await silo.NewTenant("busy");
        await SendMany(shop);
        await Complains(shop, Annoyed);
        await LevelIs(shop, "warning");
        (await shop.LifeOf("reader@sandbox.test")).ShouldBe("accepted delivered");

        await Complains(shop, "complaint+2@sandbox.test");
        await shop.AccountBecomes("blocked");
        (await LevelIs(shop, "blocked"))["windows"]![0]!.Text("complaints").ShouldBe("2");
        var held = await shop.Send("reader@sandbox.test");
        (await shop.Life(held)).ShouldBe("accepted held");
        (await shop.Api.Get($"messages/{held}"))["recipients"]![0]!.Text("hold_reason").ShouldBe("account_blocked");
        (await silo.Operator.Get("admin/blocked-accounts"))["data"]!.AsArray()
            .Select(one => one!.Text("smtp_account")).ShouldBe(["acc_busy"]);

        await silo.Operator.Post(
            "admin/tenants/busy/smtp-accounts/acc_busy/lift", new { note = "The list was cleaned." });
        (await shop.Api.Get("smtp-accounts/acc_busy")).Text("status").ShouldBe("active");
        (await shop.Api.Get("smtp-accounts/acc_busy/health")).Text("level").ShouldBe("none");
        await shop.Api.Until(held, "delivered");
        (await shop.Events(held)).ShouldBe("accepted held released delivered");
        await NothingPassesAComplaint(shop);
        (await shop.Api.Get("reports?campaign=journey"))["total"]!.Text("complained").ShouldBe("2");
    }

    private static async Task SendMany(SandboxTenant shop)
    {
        for (var sent = 0; sent < Messages; sent += RecipientsOfOne)
            await shop.Api.Deliver(new
            {
                from = "news@sandbox.test",
                to = Enumerable.Range(sent, RecipientsOfOne).Select(i => $"reader+{i}@sandbox.test"),
                subject = "News",
                text = "What is new.",
            });
    }

    private static async Task Complains(SandboxTenant shop, string address)
    {
        var message = await shop.Send(address);
        await shop.Api.Happened("message.complained", message);
        await shop.Becomes(address, $"complained complaint by {message}");
    }

    /// <returns>The account's rates.</returns>
    private static Task<JsonNode> LevelIs(SandboxTenant shop, string level) => shop.Api.Eventually(
        $"the account's level is {level}", () => shop.Api.Get("smtp-accounts/acc_busy/health"),
        health => health.Text("level") == level);

    private static async Task NothingPassesAComplaint(SandboxTenant shop)
    {
        (await shop.LifeOf(Annoyed)).ShouldBe("accepted suppressed");
        var receipt = await shop.Api.Post("messages", new
        {
            from = "news@sandbox.test",
            to = Annoyed,
            subject = "Receipt",
            text = "Thank you.",
            bypass = new[] { "bounce", "manual" },
        });
        (await shop.Life(receipt.Text("id"))).ShouldBe("accepted suppressed");
    }
}
