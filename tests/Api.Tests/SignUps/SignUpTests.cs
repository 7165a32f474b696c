using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.SignUps;

/// <summary>What a tenant sees of a double opt-in that it asked for.</summary>
public sealed class SignUpTests : IAsyncLifetime
{
    private const string Ann = "ann@example.org";

    private TestGateway gateway = null!; // made before each test

    public async Task InitializeAsync() => gateway = await TestGateway.Start();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task a_question_shows_what_became_of_its_message()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Get($"/v1/contacts/{Ann}/sign-up").Problem(404, "not_found");
        await Ask(tenant);
        var asked = await tenant.Http.Get($"/v1/contacts/{Ann}/sign-up").Status(200);
        (asked.Text("status"), asked.Text("message")).ShouldBe(("waiting", "sent"));
        asked.Json.GetProperty("lists").GetRawText().ShouldBe("""["news"]""");
        asked.Json.TryGetProperty("refusal", out _).ShouldBeFalse();

        var other = await gateway.NewTenant();
        await other.Http.Get($"/v1/contacts/{Ann}/sign-up").Problem(404, "not_found");
    }

    [Fact]
    public async Task one_that_the_allowance_stops_says_why_and_when_it_is_tried_again()
    {
        await gateway.Operator.Put(
            "/v1/admin/plans/startup",
            """
            {"price": 0, "log_retention_days": 1, "roles": false, "blacklist_file": false, "messages_per_month": 0}
            """).Status(200);
        var tenant = await gateway.NewTenant();
        await Ask(tenant);

        var stopped = await tenant.Http.Get($"/v1/contacts/{Ann}/sign-up").Status(200);
        stopped.Text("message").ShouldBe("refused");
        stopped.Json.GetProperty("refusal").GetProperty("code").GetString().ShouldBe("allowance_exhausted");
        (stopped.Json.GetProperty("next_try_at").GetDateTimeOffset()
            - stopped.Json.GetProperty("asked_at").GetDateTimeOffset()).ShouldBe(TimeSpan.FromHours(1));
        (await tenant.Http.Get($"/v1/contacts/{Ann}").Status(200)).Text("standing").ShouldBe("unconfirmed");
    }

    [Fact]
    public async Task an_erased_contact_takes_its_question_along()
    {
        var tenant = await gateway.NewTenant();
        await Ask(tenant);
        await tenant.Http.Delete($"/v1/contacts/{Ann}").Status(204);
        await tenant.Http.Get($"/v1/contacts/{Ann}/sign-up").Problem(404, "not_found");
    }

    private static Task<Answer> Ask(TestTenant tenant) => tenant.Http.Post("/v1/contacts/sign-ups", $$"""
        {"email":"{{Ann}}","from":"news@shop.example","smtp_account":"acc_shop","lists":["news"]}
        """).Status(202);
}
