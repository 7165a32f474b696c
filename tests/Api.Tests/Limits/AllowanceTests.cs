using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Limits;

/// <summary>What a plan includes, on a gateway of its own.</summary>
public sealed class AllowanceTests : IAsyncLifetime
{
    private TestGateway gateway = null!; // made before each test

    public async Task InitializeAsync() => gateway = await TestGateway.Start();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task two_hundred_at_once_against_the_last_ten_send_exactly_ten()
    {
        var tenant = await Limited(25);
        for (var i = 0; i < 3; i++)
            await tenant.Http.Send(Mails.To("a@a.test", "b@b.test", "c@c.test", "d@held.test", "e@e.test")).Status(202);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => tenant.Http.Send(Mails.To($"r{i}@held.test"))));

        answers.Count(answer => answer.Status == 202).ShouldBe(10);
        answers.Where(answer => answer.Status != 202)
            .ShouldAllBe(answer => answer.Status == 429 && answer.Text("code") == "allowance_exhausted");
        var allowance = await tenant.Http.Get("/v1/allowance").Status(200);
        allowance.Json.GetProperty("messages").GetRawText().ShouldBe("""{"used":25,"limit":25,"left":0}""");
        allowance.Text("month").ShouldBe(gateway.Time.GetUtcNow().ToString("yyyy-MM", null));
    }

    [Fact]
    public async Task what_is_refused_says_why_and_a_larger_plan_has_room_at_once()
    {
        var tenant = await Limited(1);
        await tenant.Http.Send(Mails.To("a@held.test", "b@held.test")).Problem(429, "allowance_exhausted");
        await tenant.Http.Send(Mails.To("a@held.test")).Status(202);
        await tenant.Http.Send(Mails.To("a@sandbox.test")).Status(202);

        (await tenant.Http.Send(Mails.To("a@held.test")).Problem(429, "allowance_exhausted"))
            .Text("detail").ShouldContain("The plan includes 1 messages a month, 1 are used and 1 more are asked for.");

        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        await tenant.Http.Send(Mails.To("a@held.test")).Status(202);
    }

    [Fact]
    public async Task marketing_makes_contacts_up_to_the_plans_number()
    {
        var tenant = await Limited(100, contacts: 2);
        var campaign = Mails.Valid();
        campaign["stream"] = "marketing";
        campaign["to"] = new System.Text.Json.Nodes.JsonArray("a@held.test", "b@held.test");
        await tenant.Http.Send(campaign.ToJsonString()).Status(202);
        await tenant.Http.Send(campaign.ToJsonString()).Status(202);
        campaign["to"] = new System.Text.Json.Nodes.JsonArray("c@held.test");
        (await tenant.Http.Send(campaign.ToJsonString()).Problem(429, "allowance_exhausted"))
            .Text("detail").ShouldContain("2 active contacts");
        (await tenant.Http.Get("/v1/allowance").Status(200)).Json.GetProperty("active_contacts").GetRawText()
            .ShouldBe("""{"used":2,"limit":2,"left":0}""");
    }

    private async Task<TestTenant> Limited(int messages, int contacts = 1_000)
    {
        await gateway.Operator.Put(
            "/v1/admin/plans/startup",
            $$"""
            {"price": 0, "log_retention_days": 1, "domains_max": 1, "users_max": 1, "roles": false,
             "blacklist_file": false, "messages_per_month": {{messages}}, "active_contacts_per_month": {{contacts}}}
            """).Status(200);
        return await gateway.NewTenant();
    }
}
