using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Plans;

/// <summary>The operator changes what is offered, on a gateway of its own.</summary>
public sealed class CatalogueTests : IAsyncLifetime
{
    private const string Essential = """
        {"price": 2400, "log_retention_days": 9, "domains_max": 2, "users_max": 1, "roles": false,
         "blacklist_file": true, "messages_per_month": 60000}
        """;

    private TestGateway gateway = null!; // made before each test

    public async Task InitializeAsync() => gateway = await TestGateway.Start();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task the_built_in_table_is_there_to_be_read()
    {
        var tenant = await gateway.NewTenant();
        var offered = await tenant.Http.Get("/v1/plans").Status(200);
        offered.Json.GetProperty("plans").EnumerateArray().Select(one => one.GetProperty("id").GetString())
            .ShouldBe(["startup", "essential", "pro", "enterprise"]);
        offered.Text("currency").ShouldBe("EUR");
        offered.Text("notice").ShouldBe("end_of_next_month");
        (await gateway.Operator.Get("/v1/admin/plans").Status(200)).Body.ShouldBe(offered.Body);
    }

    [Fact]
    public async Task a_changed_plan_counts_for_tenants_on_it_at_once()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"essential"}""").Status(200);
        await gateway.Operator.Put("/v1/admin/plans/essential", Essential).Status(200);
        var plan = (await tenant.Http.Get("/v1/plan").Status(200)).Json.GetProperty("plan");
        plan.GetProperty("domains_max").GetInt32().ShouldBe(2);
        plan.GetProperty("log_retention_days").GetInt32().ShouldBe(9);
        plan.TryGetProperty("active_contacts_per_month", out _).ShouldBeFalse(); // any number
        plan.GetProperty("price").GetInt64().ShouldBe(1900); // until the next cycle
    }

    [Fact]
    public async Task of_two_changes_the_second_is_told_of_the_first()
    {
        var etag = (await gateway.Operator.Get("/v1/admin/plans/essential").Status(200))
            .Header("ETag").ShouldNotBeNull();
        await Set(Essential, etag).Status(200);
        await Set(Essential, etag).Problem(412, "precondition_failed");
    }

    [Fact]
    public async Task add_ons_and_notice_are_set_and_the_currency_only_while_there_is_no_ledger()
    {
        await gateway.Operator.Put("/v1/admin/add-ons/dedicated_ip", """{"price":100,"quantity_max":1}""").Status(200);
        await gateway.Operator.Put("/v1/admin/billing", """{"currency":"CZK","notice":"end_of_month"}""").Status(200);
        var tenant = await gateway.NewTenant();
        var contract = await tenant.Http.Get("/v1/plan").Status(200);
        contract.Text("currency").ShouldBe("CZK");
        await gateway.Operator.Put("/v1/admin/billing", """{"currency":"PLN","notice":"end_of_month"}""")
            .Problem(409, "in_use");
        var addOns = $"/v1/admin/tenants/{tenant.Id}/add-ons/dedicated_ip";
        await gateway.Operator.Put(addOns, """{"quantity":2}""").Problem(409, "conflict");
        await gateway.Operator.Put(addOns, """{"quantity":1}""").Status(200);
        var cancelled = await tenant.Http.Post("/v1/plan/add-ons/dedicated_ip/cancel").Status(200);
        var now = gateway.Time.GetUtcNow();
        cancelled.Json.GetProperty("add_ons")[0].GetProperty("ends_at").GetDateTimeOffset()
            .ShouldBe(new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1));
    }

    [Theory]
    [InlineData("/v1/admin/plans/essential", "{}", "missing /price")]
    [InlineData("/v1/admin/plans/essential", """{"price":-1}""", "out_of_range /price")]
    [InlineData("/v1/admin/plans/essential", """{"price":1.5}""", "wrong_type /price")]
    [InlineData("/v1/admin/plans/essential", """{"log_retention_days":0}""", "out_of_range /log_retention_days")]
    [InlineData("/v1/admin/plans/essential", """{"domains_max":0}""", "out_of_range /domains_max")]
    [InlineData("/v1/admin/add-ons/dedicated_ip", """{"price":1,"quantity_max":9999}""", "out_of_range /quantity_max")]
    [InlineData("/v1/admin/billing", """{"currency":"euro","notice":"end_of_month"}""", "too_long /currency")]
    [InlineData("/v1/admin/billing", """{"currency":"eur","notice":"never"}""", "unknown_value /notice")]
    public async Task a_wrong_figure_is_refused_where_it_is_wrong(string path, string body, string place) =>
        (await gateway.Operator.Put(path, body).Problem(422, "invalid_field")).Places.ShouldContain(place);

    [Theory]
    [InlineData("/v1/admin/plans/huge", Essential)]
    [InlineData("/v1/admin/add-ons/cake", """{"price":1,"quantity_max":1}""")]
    public async Task what_is_not_offered_is_not_found(string path, string body) =>
        await gateway.Operator.Put(path, body).Problem(404, "not_found");

    private async Task<Answer> Set(string body, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/admin/plans/essential");
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await gateway.Operator.Ask(request);
    }
}
