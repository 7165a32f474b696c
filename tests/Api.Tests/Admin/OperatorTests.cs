using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Admin;

[Collection(Gateway.Name)]
public sealed class OperatorTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    private HttpClient Http => gateway.Operator;

    [Fact]
    public async Task a_tenant_is_made_once_and_listed()
    {
        var made = await Http.Post("/v1/admin/tenants", """{"id":"made-once","name":"Made once"}""").Status(201);
        made.Header("Location").ShouldBe("/v1/admin/tenants/made-once");
        await Http.Post("/v1/admin/tenants", """{"id":"made-once","name":"Again"}""").Problem(409, "already_exists");
        (await Http.Get("/v1/admin/tenants/made-once").Status(200)).Text("name").ShouldBe("Made once");
        (await Ids("/v1/admin/tenants?limit=100")).ShouldContain("made-once");
    }

    [Theory]
    [InlineData("   ", "empty /name")]
    [InlineData("\\u3000", "empty /name")]
    [InlineData("Shop\\u202Egro", "control_character /name")]
    [InlineData("\\u2066Shop\\u2069", "control_character /name")]
    [InlineData("Shop\\r\\nBcc: a@example.net", "control_character /name")]
    public async Task a_tenant_is_not_named_what_cannot_be_read_as_it_is_written(string name, string error)
    {
        var refused = await Http.Post("/v1/admin/tenants", $$"""{"id":"unnamed","name":"{{name}}"}""")
            .Problem(422, "invalid_field");
        refused.Places.ShouldBe([error]);
        await Http.Get("/v1/admin/tenants/unnamed").Problem(404, "not_found");
    }

    [Fact]
    public async Task senders_come_and_go()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        var path = $"/v1/admin/tenants/{tenant.Id}/senders";
        await Http.Post(path, """{"sender":"news@other.example"}""").Status(201);
        await tenant.Http.Send(Mails.With("from", "news@other.example")).Status(202);
        await tenant.Http.Send(Mails.With("from", "boss@other.example")).Problem(403, "sender_not_verified");
        await Http.Delete($"{path}/news%40other.example").Status(204);
        await Http.Delete($"{path}/news%40other.example").Problem(404, "not_found");
        await tenant.Http.Send(Mails.With("from", "news@other.example")).Problem(403, "sender_not_verified");
    }

    [Fact]
    public async Task an_account_is_made_paused_resumed_and_given_logins()
    {
        var tenant = await gateway.NewTenant();
        var accounts = $"/v1/admin/tenants/{tenant.Id}/smtp-accounts";
        const string Draft = """{"id":"acc_news","name":"News","stream":"marketing"}""";
        (await Http.Post(accounts, Draft).Status(201)).Text("stream").ShouldBe("marketing");
        await Http.Post(accounts, Draft).Status(201);
        await Http.Post(accounts, """{"id":"acc_news","name":"Other"}""").Problem(409, "already_exists");
        await Http.Post($"{accounts}/acc_news/approve").Status(204);
        await Http.Post($"{accounts}/acc_news/pause").Status(204);
        (await Ids(accounts)).ShouldBe(["acc_shop", "acc_news"]);
        var login = await Http.Post($"{accounts}/acc_news/logins", """{"application":"crm"}""").Status(201);
        login.Header("Cache-Control").ShouldBe("no-store");
        login.Text("password").Length.ShouldBe(52);
        var networks = """{"networks":["198.51.100.0/24"],"any_sender":true}""";
        await Http.Put($"{accounts}/acc_news/trusted-networks", networks).Status(204);
        (await Http.Put($"{accounts}/acc_shop/trusted-networks", networks).Problem(422, "invalid_field"))
            .Places.ShouldBe(["invalid_network /networks"]);
        await Http.Put($"{accounts}/acc_news/failure-notices", """{"enabled":true}""").Status(204);

        var seen = (await tenant.Http.Get("/v1/smtp-accounts").Status(200)).Json.GetProperty("data")[0];
        seen.GetProperty("paused").GetBoolean().ShouldBeTrue();
        seen.GetProperty("any_sender").GetBoolean().ShouldBeTrue();
        seen.GetProperty("failure_notices").GetBoolean().ShouldBeTrue();
        seen.GetProperty("logins")[0].GetProperty("user_name").GetString().ShouldBe(login.Text("user_name"));
        seen.GetRawText().ShouldNotContain(login.Text("password"));
        await Http.Post($"{accounts}/acc_news/resume").Status(204);
        await Http.Delete($"{accounts}/acc_news/logins/{login.Text("user_name")}").Status(204);
        await Http.Delete($"{accounts}/acc_news/logins/{login.Text("user_name")}").Problem(404, "not_found");
    }

    [Fact]
    public async Task routes_are_set_listed_and_removed()
    {
        var route = await Http.Put("/v1/admin/routes/Partner.Example", """{"host":"mx.partner.example","port":25}""")
            .Status(200);
        route.Text("domain").ShouldBe("partner.example");
        await Http.Put("/v1/admin/routes/*", """{"host":"192.0.2.1","port":2525,"retry_after":"PT30S"}""").Status(200);
        var all = await Http.Get("/v1/admin/routes").Status(200);
        all.Json.GetProperty("data").EnumerateArray().Select(one => one.GetProperty("domain").GetString())
            .ShouldBe(["*", "partner.example"], ignoreOrder: true);
        await Http.Delete("/v1/admin/routes/partner.example").Status(204);
        await Http.Delete("/v1/admin/routes/partner.example").Problem(404, "not_found");
        await Http.Delete("/v1/admin/routes/*").Status(204);
        await Http.Put("/v1/admin/routes/-bad-", """{"host":"192.0.2.1","port":25}""").Problem(404, "not_found");
        (await Http.Put("/v1/admin/routes/partner.example", """{"host":"127.0.0.1","port":25}""")
            .Problem(422, "invalid_field")).Places.ShouldBe(["target_refused /host"]);
    }

    [Fact]
    public async Task live_delivery_is_off_until_it_is_switched_on()
    {
        await using var own = await TestGateway.Start();
        var first = await own.Operator.Get("/v1/admin/live-delivery").Status(200);
        first.Json.GetProperty("enabled").GetBoolean().ShouldBeFalse();
        await own.Operator.Put("/v1/admin/live-delivery", """{"enabled":true}""").Status(200);
        var second = await own.Operator.Get("/v1/admin/live-delivery").Status(200);
        second.Json.GetProperty("enabled").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task held_mail_is_listed_over_all_tenants_and_dropped_by_message_or_reason()
    {
        await using var own = await TestGateway.Start();
        var (one, two) = (await own.NewTenant(), await own.NewTenant());
        await one.Http.Send(Mails.To("a@held.test")).Status(202);
        await two.Http.Send(Mails.To("b@held.test")).Status(202);
        await one.UntilEvent("message.held");
        await two.UntilEvent("message.held");

        var page = await own.Operator.Get("/v1/admin/held?reason=live_delivery_off&limit=1").Status(200);
        var next = await own.Operator.Get("/v1/admin/held?limit=1&after=" + page.Text("next")).Status(200);
        var held = new[] { page, next }.Select(answer => answer.Json.GetProperty("data")[0]).ToList();
        held.Select(each => each.GetProperty("email").GetString()).Order().ShouldBe(["a@held.test", "b@held.test"]);
        (await own.Operator.Get("/v1/admin/held?reason=uncertain").Status(200)).Json.GetProperty("data")
            .GetArrayLength().ShouldBe(0);

        var (tenant, id) = (held[0].GetProperty("tenant").GetString(), held[0].GetProperty("id").GetString());
        var body = $$"""{"tenant":"{{tenant}}","id":"{{id}}"}""";
        await own.Operator.Post("/v1/admin/held/drop", body).Status(200);
        await own.Operator.Post("/v1/admin/held/drop", body).Problem(409, "message_ended");
        await own.Operator.Post("/v1/admin/held/release", body).Problem(409, "message_ended");
        var rest = await own.Operator.Post("/v1/admin/held/drop", """{"reason":"live_delivery_off"}""").Status(200);
        rest.Json.GetProperty("decided").GetInt32().ShouldBe(1);
        rest.Json.GetProperty("has_more").GetBoolean().ShouldBeFalse();
        (await own.Operator.Get("/v1/admin/held").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task what_is_held_for_a_reason_is_decided_of_one_tenant_or_one_of_its_accounts_alone()
    {
        await using var own = await TestGateway.Start();
        var (one, two) = (await own.NewTenant(), await own.NewTenant());
        foreach (var tenant in new[] { one, two })
        {
            await tenant.Http.Send(Mails.To("a@held.test")).Status(202);
            await tenant.UntilEvent("message.held");
        }

        (await Drop("acc_other")).ShouldBe(0);
        (await Held($"tenant={one.Id}&smtp_account=acc_other")).ShouldBe(0);
        (await Held($"tenant={one.Id}&smtp_account=acc_shop")).ShouldBe(1);
        (await own.Operator.Get("/v1/admin/held?smtp_account=acc_shop").Problem(400, "invalid_parameter")).Places
            .ShouldBe(["missing tenant"]);
        (await Held("tenant=nobody&reason=live_delivery_off")).ShouldBe(0);
        (await Drop("acc_shop")).ShouldBe(1);
        ((await Held($"tenant={one.Id}")), (await Held($"tenant={two.Id}&reason=live_delivery_off"))).ShouldBe((0, 1));

        async Task<int> Held(string query) =>
            (await own.Operator.Get("/v1/admin/held?" + query).Status(200)).Json.GetProperty("data").GetArrayLength();

        async Task<int> Drop(string account) => (await own.Operator.Post("/v1/admin/held/drop", $$"""
            {"reason":"live_delivery_off","tenant":"{{one.Id}}","smtp_account":"{{account}}"}
            """).Status(200)).Json.GetProperty("decided").GetInt32();
    }

    [Theory]
    [InlineData("POST", "/v1/admin/tenants", "{}", "missing /id", "missing /name")]
    [InlineData("POST", "/v1/admin/tenants", """{"id":"Upper","name":"x"}""", "invalid_id /id")]
    [InlineData("POST", "/v1/admin/tenants", """{"id":"a","name":""}""", "empty /name")]
    [InlineData("POST", "/v1/admin/tenants", """{"id":"a","name":"a\r\nb"}""", "control_character /name")]
    [InlineData("POST", "/v1/admin/tenants", """{"id":"a","name":"\ud800"}""", "invalid_text /name")]
    [InlineData("POST", "/v1/admin/tenants", """{"id":7,"name":null}""", "wrong_type /id", "missing /name")]
    [InlineData("POST", "/v1/admin/tenants", """{"id":"a","name":"b","plan":"c"}""", "unknown_field /plan")]
    [InlineData("POST", "/v1/admin/tenants", """{"id":"a","name":"b","name":"c"}""", "duplicate_field /name")]
    [InlineData("PUT", "/v1/admin/live-delivery", "{}", "missing /enabled")]
    [InlineData("PUT", "/v1/admin/live-delivery", """{"enabled":"yes"}""", "wrong_type /enabled")]
    [InlineData("PUT", "/v1/admin/routes/a.example", """{"host":"b.example","port":0}""", "out_of_range /port")]
    [InlineData("PUT", "/v1/admin/routes/a.example", """{"host":"b.example","port":2.5}""", "wrong_type /port")]
    [InlineData("PUT", "/v1/admin/routes/a.example", """{"host":"b.example","port":25,"retry_after":"soon"}""",
        "invalid_duration /retry_after")]
    [InlineData("POST", "/v1/admin/held/drop", "{}", "missing /tenant", "missing /id")]
    [InlineData("POST", "/v1/admin/held/drop", """{"reason":"none"}""", "unknown_value /reason")]
    [InlineData(
        "POST", "/v1/admin/held/drop", """{"reason":"uncertain","smtp_account":"acc_a"}""", "missing /tenant")]
    [InlineData(
        "POST", "/v1/admin/held/drop", """{"tenant":"a","id":"b","smtp_account":"acc_a"}""",
        "not_allowed /smtp_account")]
    [InlineData("POST", "/v1/admin/held/drop", """{"reason":"uncertain","id":"x"}""", "not_allowed /reason")]
    [InlineData("POST", "/v1/admin/tenants/x/senders", """{"sender":"-"}""", "address_syntax /sender")]
    [InlineData("POST", "/v1/admin/tenants/x/api-keys", """{"name":7}""", "wrong_type /name")]
    [InlineData("POST", "/v1/admin/tenants/x/smtp-accounts",
        """{"id":"acc_a","name":"A","stream":"bulk","approved":1}""", "wrong_type /approved", "unknown_value /stream")]
    [InlineData("POST", "/v1/admin/tenants/x/smtp-accounts/acc_a/logins", """{"application":""}""",
        "empty /application")]
    [InlineData("PUT", "/v1/admin/tenants/x/smtp-accounts/acc_a/trusted-networks", """{"networks":"all"}""",
        "wrong_type /networks")]
    [InlineData("PUT", "/v1/admin/tenants/x/smtp-accounts/acc_a/failure-notices", "{}", "missing /enabled")]
    public async Task a_wrong_body_is_refused_where_it_is_wrong(
        string verb, string path, string body, params string[] places) =>
        (await Http.Ask(new HttpMethod(verb), path, body).Problem(422, "invalid_field")).Places.ShouldBe(places);

    [Theory]
    [InlineData("GET", "/v1/admin/tenants/nobody", null)]
    [InlineData("GET", "/v1/admin/tenants/NOBODY", null)]
    [InlineData("POST", "/v1/admin/tenants/nobody/senders", """{"sender":"a.example"}""")]
    [InlineData("POST", "/v1/admin/tenants/nobody/api-keys", """{"name":"a"}""")]
    [InlineData("DELETE", "/v1/admin/tenants/nobody/api-keys/key_a", null)]
    [InlineData("GET", "/v1/admin/tenants/nobody/smtp-accounts", null)]
    [InlineData("POST", "/v1/admin/tenants/nobody/smtp-accounts", """{"id":"acc_a","name":"a"}""")]
    [InlineData("POST", "/v1/admin/tenants/nobody/smtp-accounts/acc_a/approve", null)]
    [InlineData("POST", "/v1/admin/tenants/nobody/smtp-accounts/acc_a/logins", """{"application":"a"}""")]
    [InlineData("PUT", "/v1/admin/tenants/nobody/smtp-accounts/acc_a/trusted-networks", """{"networks":[]}""")]
    [InlineData("PUT", "/v1/admin/tenants/nobody/smtp-accounts/acc_a/failure-notices", """{"enabled":true}""")]
    [InlineData("POST", "/v1/admin/held/drop", """{"tenant":"nobody","id":"rcp_00000000000000000000000000-0"}""")]
    public async Task what_is_not_there_is_not_found(string verb, string path, string? body) =>
        await Http.Ask(new HttpMethod(verb), path, body).Problem(404, "not_found");

    private async Task<IEnumerable<string?>> Ids(string path) =>
        (await Http.Get(path).Status(200)).Json.GetProperty("data").EnumerateArray()
            .Select(one => one.GetProperty("id").GetString());
}
