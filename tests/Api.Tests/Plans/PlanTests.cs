using System.Text.Json;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Plans;

[Collection(Gateway.Name)]
public sealed class PlanTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    private HttpClient Operator => gateway.Operator;

    [Fact]
    public async Task a_new_tenant_is_on_startup()
    {
        var tenant = await gateway.NewTenant();
        var contract = await tenant.Http.Get("/v1/plan").Status(200);
        var plan = contract.Json.GetProperty("plan");
        plan.GetProperty("id").GetString().ShouldBe("startup");
        plan.GetProperty("log_retention_days").GetInt32().ShouldBe(1);
        plan.GetProperty("domains_max").GetInt32().ShouldBe(1);
        contract.Header("ETag").ShouldNotBeNull();
        (await Operator.Get($"/v1/admin/tenants/{tenant.Id}/plan").Status(200)).Body.ShouldBe(contract.Body);
    }

    [Fact]
    public async Task a_larger_plan_is_asked_for_seen_with_the_customer_and_activated_at_once()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/plan/requests", """{"plan":"pro"}""").Problem(409, "customer_data_missing");
        var id = await PlanRequests.Ask(tenant, """{"plan":"pro","note":"More of us."}""");
        (await PlanRequests.Ask(tenant, """{"plan":"pro","note":"More of us."}""")).ShouldBe(id);

        var asking = await Asking(tenant);
        asking.GetProperty("customer").GetProperty("company").GetString().ShouldBe("Example Ltd");
        asking.GetProperty("plan").GetString().ShouldBe("startup");
        var request = asking.GetProperty("requests").EnumerateArray().ShouldHaveSingleItem();
        request.GetProperty("note").GetString().ShouldBe("More of us.");

        var path = $"/v1/admin/tenants/{tenant.Id}/plan/requests/{id}";
        await Operator.Post($"{path}/activate").Status(200);
        var twice = await Operator.Post($"{path}/activate").Status(200);
        PlanOf(twice).ShouldBe("pro");
        PlanOf(await tenant.Http.Get("/v1/plan").Status(200)).ShouldBe("pro");
        await Operator.Post($"{path}/decline", """{"reason":"Late."}""").Problem(409, "conflict");
        (await AskingTenants()).ShouldNotContain(tenant.Id.Value);
    }

    [Fact]
    public async Task a_request_is_declined_with_a_reason_or_taken_back()
    {
        var tenant = await gateway.NewTenant();
        var declined = await PlanRequests.Ask(tenant, """{"plan":"essential"}""");
        await Operator.Post(
            $"/v1/admin/tenants/{tenant.Id}/plan/requests/{declined}/decline", """{"reason":"Not yet."}""").Status(200);
        var again = await PlanRequests.Ask(tenant, """{"plan":"essential"}""");
        again.ShouldNotBe(declined);
        await tenant.Http.Delete($"/v1/plan/requests/{again}").Status(200);
        var requests = (await tenant.Http.Get("/v1/plan").Status(200)).Json.GetProperty("requests");
        requests.EnumerateArray().Select(one => one.GetProperty("status").GetString())
            .ShouldBe(["declined", "withdrawn"]);
        requests[0].GetProperty("reason").GetString().ShouldBe("Not yet.");
    }

    [Fact]
    public async Task a_downgrade_is_in_force_at_once_and_a_larger_plan_is_none()
    {
        var tenant = await gateway.NewTenant();
        await Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        PlanOf(await tenant.Http.Post("/v1/plan/downgrade", """{"plan":"essential"}""").Status(200))
            .ShouldBe("essential");
        await tenant.Http.Post("/v1/plan/downgrade", """{"plan":"essential"}""").Status(200);
        await tenant.Http.Post("/v1/plan/downgrade", """{"plan":"enterprise"}""").Problem(409, "conflict");
    }

    [Fact]
    public async Task a_downgrade_below_what_is_used_is_refused_with_the_list()
    {
        var tenant = await gateway.NewTenant();
        await Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        foreach (var name in new[] { "ann", "ben" })
            await tenant.Http.Post("/v1/users", $$"""{"email":"{{name}}@example.org","role":"analyst"}""").Status(201);

        var refused = await tenant.Http.Post("/v1/plan/downgrade", """{"plan":"startup"}""")
            .Problem(409, "exceeds_plan");

        refused.Places.ShouldBe(["users /plan", "roles /plan"]);
        refused.Body.ShouldContain("There are 2 users; the plan startup includes 1.");
        await Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"startup"}""")
            .Problem(409, "exceeds_plan");
    }

    [Fact]
    public async Task a_plan_and_an_add_on_are_cancelled_and_kept()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/plan/cancel").Problem(409, "conflict"); // startup
        await Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        await Operator.Put($"/v1/admin/tenants/{tenant.Id}/add-ons/log_retention", """{"quantity":30}""").Status(200);
        var now = gateway.Time.GetUtcNow();
        var ends = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(2);

        var cancelled = await tenant.Http.Post("/v1/plan/cancel").Status(200);
        cancelled.Json.GetProperty("ends_at").GetDateTimeOffset().ShouldBe(ends);
        var addOn = await tenant.Http.Post("/v1/plan/add-ons/log_retention/cancel").Status(200);
        addOn.Json.GetProperty("add_ons")[0].GetProperty("ends_at").GetDateTimeOffset().ShouldBe(ends);
        addOn.Json.GetProperty("plan").GetProperty("log_retention_days").GetInt32().ShouldBe(45);

        await tenant.Http.Post("/v1/plan/add-ons/log_retention/keep").Status(200);
        var kept = await tenant.Http.Post("/v1/plan/keep").Status(200);
        kept.Json.TryGetProperty("ends_at", out _).ShouldBeFalse();
        await tenant.Http.Post("/v1/plan/add-ons/dedicated_ip/cancel").Problem(404, "not_found");
        await tenant.Http.Post("/v1/plan/add-ons/nothing/cancel").Problem(404, "not_found");
    }

    [Fact]
    public async Task of_two_changes_of_the_customer_data_the_second_is_told_of_the_first()
    {
        var tenant = await gateway.NewTenant();
        var read = await tenant.Http.Get("/v1/customer").Status(200);
        var etag = read.Header("ETag").ShouldNotBeNull();
        var other = PlanRequests.Customer.Replace("Example Ltd", "Other Ltd", StringComparison.Ordinal);
        await Change(tenant, other, etag).Status(200);
        await Change(tenant, PlanRequests.Customer, etag).Problem(412, "precondition_failed");
        (await Operator.Get($"/v1/admin/tenants/{tenant.Id}/customer").Status(200)).Text("company")
            .ShouldBe("Other Ltd");
    }

    [Fact]
    public async Task the_ledger_shows_charges_and_what_the_operator_books_once()
    {
        var tenant = await gateway.NewTenant();
        await Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        var before = (await tenant.Http.Get("/v1/ledger").Status(200)).Json.GetProperty("balance").GetInt64();
        before.ShouldBeGreaterThan(0);
        var entries = $"/v1/admin/tenants/{tenant.Id}/ledger/entries";
        const string Payment = """{"kind":"payment","amount":700,"reference":"bank-1","note":"Thanks"}""";
        await Operator.Post(entries, Payment).Status(200);
        await Operator.Post(entries, Payment).Status(200);
        await Operator.Post(entries, """{"kind":"fee","amount":700,"reference":"bank-1"}""")
            .Problem(409, "already_exists");
        await Operator.Post(entries, """{"kind":"fee","amount":50,"reference":"fee-1"}""").Status(200);
        var ledger = await tenant.Http.Get("/v1/ledger").Status(200);
        ledger.Json.GetProperty("balance").GetInt64().ShouldBe(before - 650);
        ledger.Json.GetProperty("entries").EnumerateArray().Select(one => one.GetProperty("kind").GetString())
            .ShouldBe(["charge", "payment", "fee"]);
        (await tenant.Http.Get($"/v1/ledger/{ledger.Text("cycle")}").Status(200)).Body.ShouldBe(ledger.Body);
        await tenant.Http.Get("/v1/ledger/1999-12").Problem(404, "not_found");
        await tenant.Http.Get("/v1/ledger/never").Problem(404, "not_found");
        (await tenant.Http.Get("/v1/ledger/cycles").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("/v1/plan/requests", "{}", "missing /plan")]
    [InlineData("/v1/plan/requests", """{"plan":"huge"}""", "unknown_value /plan")]
    [InlineData("/v1/plan/requests", """{"plan":7}""", "wrong_type /plan")]
    [InlineData("/v1/plan/requests", """{"plan":"pro","quantity":2}""", "not_allowed /quantity")]
    [InlineData("/v1/plan/requests", """{"plan":"pro","add_on":"dedicated_ip"}""", "not_allowed /plan")]
    [InlineData("/v1/plan/requests", """{"add_on":"cake"}""", "unknown_value /add_on")]
    [InlineData("/v1/plan/requests", """{"add_on":"dedicated_ip","quantity":0}""", "out_of_range /quantity")]
    [InlineData("/v1/plan/downgrade", """{"plan":""}""", "empty /plan", "missing /plan")]
    public async Task a_wrong_wish_is_refused_where_it_is_wrong(string path, string body, params string[] places)
    {
        var tenant = await gateway.NewTenant();
        var refused = await tenant.Http.Post(path, body).Problem(422, "invalid_field");
        places.ShouldContain(refused.Places[0]);
    }

    [Theory]
    [InlineData("country", "gb", "invalid_country")]
    [InlineData("country", "GBR", "invalid_country")]
    [InlineData("vat_id", "GB 1", "invalid_vat_id")]
    [InlineData("contact_email", "nobody", "address_syntax")]
    [InlineData("city", "", "empty")]
    public async Task a_wrong_field_of_the_customer_data_is_named(string field, string value, string code)
    {
        var tenant = await gateway.NewTenant();
        var body = JsonSerializer.Deserialize<Dictionary<string, string>>(PlanRequests.Customer)!;
        body[field] = value;
        (await tenant.Http.Put("/v1/customer", JsonSerializer.Serialize(body)).Problem(422, "invalid_field"))
            .Places.ShouldContain($"{code} /{field}");
    }

    private static string? PlanOf(Answer answer) => answer.Json.GetProperty("plan").GetProperty("id").GetString();

    private static async Task<Answer> Change(TestTenant tenant, string body, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/customer");
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await tenant.Http.Ask(request);
    }

    private async Task<JsonElement> Asking(TestTenant tenant) =>
        (await All()).Single(one => one.GetProperty("tenant").GetString() == tenant.Id.Value);

    private async Task<string?[]> AskingTenants() =>
        [.. (await All()).Select(one => one.GetProperty("tenant").GetString())];

    /// <summary>Page by page, one tenant each.</summary>
    private async Task<List<JsonElement>> All()
    {
        var all = new List<JsonElement>();
        for (var path = "/v1/admin/plan-requests?limit=1"; ;)
        {
            var page = await Operator.Get(path).Status(200);
            all.AddRange(page.Json.GetProperty("data").EnumerateArray());
            if (!page.Json.GetProperty("has_more").GetBoolean())
                return all;
            path = "/v1/admin/plan-requests?limit=1&after=" + page.Text("next");
        }
    }
}
