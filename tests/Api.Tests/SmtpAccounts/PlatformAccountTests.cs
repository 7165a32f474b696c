using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.SmtpAccounts;

[Collection(Gateway.Name)]
public sealed class PlatformAccountTests(Gateway gateway)
{
    private const string News = """
        {"id":"acc_news","name":"Rundbrief для всех","email":"news@shop.example","display_name":"Der Laden",
         "reply_to":{"email":"help@shop.example","name":"Hilfe"},"stream":"marketing",
         "override_from":{"email_detail":"manager","name_detail":"manager_name",
                          "fallback":{"email":"news@shop.example"}}}
        """;

    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task it_takes_nothing_before_the_operator_has_approved_it()
    {
        var tenant = await gateway.NewTenant();
        var made = await tenant.Http.Post("/v1/smtp-accounts", News).Status(201);
        (made.Text("status"), made.Text("kind"), made.Text("stream")).ShouldBe(("waiting", "platform", "marketing"));
        await tenant.Http.Send(Through("acc_news")).Problem(403, "account_not_approved");

        await gateway.Operator.Post($"{Admin(tenant)}/approve").Status(204);
        await tenant.Http.Send(Through("acc_news")).Status(202);
        (await tenant.Http.Get("/v1/smtp-accounts/acc_news").Status(200)).Text("status").ShouldBe("active");
        await gateway.Operator.Post($"{Admin(tenant)}/decline", """{"reason":"late"}""").Problem(409, "conflict");
    }

    [Fact]
    public async Task a_declined_account_says_why()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/smtp-accounts", News).Status(201);
        await gateway.Operator.Post($"{Admin(tenant)}/decline", """{"reason":"No imprint"}""").Status(200);
        var account = await tenant.Http.Get("/v1/smtp-accounts/acc_news").Status(200);
        (account.Text("status"), account.Text("declined_for")).ShouldBe(("declined", "No imprint"));
        await tenant.Http.Send(Through("acc_news")).Problem(403, "account_not_approved");
    }

    [Fact]
    public async Task a_stale_change_is_refused()
    {
        var http = (await gateway.NewTenant()).Http;
        var made = await http.Post("/v1/smtp-accounts", News).Status(201);
        var body = News.Replace("\"id\":\"acc_news\",", "", StringComparison.Ordinal);
        var changed = await Put(http, body.Replace("Hilfe", "Help"), made.Header("ETag")!);
        changed.Status.ShouldBe(200, changed.Body);
        (await Put(http, body, made.Header("ETag")!)).Text("code").ShouldBe("precondition_failed");
        (await http.Get("/v1/smtp-accounts/acc_news").Status(200)).Header("ETag").ShouldBe(changed.Header("ETag"));
    }

    [Fact]
    public async Task a_dedicated_address_is_an_add_on()
    {
        var http = (await gateway.NewTenant()).Http;
        var dedicated = News.Replace("\"stream\"", "\"ip\":\"dedicated\",\"stream\"", StringComparison.Ordinal);
        var refused = await http.Post("/v1/smtp-accounts", dedicated).Problem(403, "plan_limit");
        refused.Text("detail").ShouldContain("dedicated_ip");
    }

    [Fact]
    public async Task lists_find_accounts_by_name_address_and_kind_in_any_script()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/smtp-accounts", News).Status(201);
        await tenant.Http.Post("/v1/smtp-accounts", """
            {"id":"acc_own","kind":"own","name":"Own","email":"box@shop.example",
             "server":{"host":"a.example","port":465,"user":"u","password":"p"}}
            """).Status(201);
        (await Ids(tenant, "")).ShouldBe(["acc_news", "acc_own", "acc_shop"]);
        (await Ids(tenant, "?search=ДЛЯ")).ShouldBe(["acc_news"]);
        (await Ids(tenant, "?search=box@")).ShouldBe(["acc_own"]);
        (await Ids(tenant, "?filter=own")).ShouldBe(["acc_own"]);
        (await Ids(tenant, "?filter=platform")).ShouldBe(["acc_news", "acc_shop"]);
        (await Ids(tenant, "?filter=active")).ShouldBe(["acc_shop"]);
        (await Ids(tenant, "?limit=1&after=acc_news")).ShouldBe(["acc_own"]);
        await tenant.Http.Get("/v1/smtp-accounts?filter=mine").Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task the_tenants_switch_and_the_operators_block_are_told_apart()
    {
        var tenant = await gateway.NewTenant();
        (await tenant.Http.Post("/v1/smtp-accounts/acc_shop/disable").Status(200)).Text("status").ShouldBe("off");
        await gateway.Operator.Post($"{Admin(tenant, "acc_shop")}/pause").Status(204);
        (await tenant.Http.Post("/v1/smtp-accounts/acc_shop/enable").Status(200)).Text("status").ShouldBe("blocked");
        await gateway.Operator.Post($"{Admin(tenant, "acc_shop")}/resume").Status(204);
        (await tenant.Http.Get("/v1/smtp-accounts/acc_shop").Status(200)).Text("status").ShouldBe("active");
    }

    [Fact]
    public async Task an_account_with_queued_mail_is_deleted_only_with_it()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Mails.To("a@held.test")).Status(202);
        await tenant.UntilEvent("message.held");
        await tenant.Http.Delete("/v1/smtp-accounts/acc_shop").Problem(409, "in_use");
        await tenant.Http.Delete("/v1/smtp-accounts/acc_shop?queued=drop").Status(204);
        await tenant.UntilEvent("message.cancelled");
        await tenant.Http.Get("/v1/smtp-accounts/acc_shop").Problem(404, "not_found");
        await tenant.Http.Delete("/v1/smtp-accounts/acc_shop").Problem(404, "not_found");
        (await Ids(tenant, "")).ShouldBeEmpty();
        await tenant.Http.Send(Mails.To("b@held.test")).Problem(422, "unknown_account");
        sent.Text("id").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task logins_are_listed_changed_and_removed()
    {
        var http = (await gateway.NewTenant()).Http;
        const string Logins = "/v1/smtp-accounts/acc_shop/logins";
        var generated = await http.Post(Logins, """{"application":"web shop"}""").Status(201);
        generated.Text("password").Length.ShouldBe(52);
        var chosen = await http.Post(Logins, """{"application":"cron","password":"correct horse battery"}""")
            .Status(201);
        chosen.Json.TryGetProperty("password", out _).ShouldBeFalse();
        var user = generated.Text("user_name");
        (await http.Post(Logins, """{"application":"x","password":"short"}""").Problem(422, "invalid_field")).Places
            .ShouldBe(["too_short /password"]);
        (await http.Put($"{Logins}/{user}/password", "{}").Status(200)).Text("password")
            .ShouldNotBe(generated.Text("password"));
        await http.Put($"{Logins}/nobody/password", "{}").Problem(404, "not_found");
        (await http.Get(Logins).Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(2);
        await http.Delete($"{Logins}/{user}").Status(204);
        await http.Delete($"{Logins}/{user}").Problem(404, "not_found");
    }

    private static string Through(string account) => Mails.To("ann@held.test")
        .Replace("acc_shop", account, StringComparison.Ordinal);

    private static string Admin(TestTenant tenant, string account = "acc_news") =>
        $"/v1/admin/tenants/{tenant.Id}/smtp-accounts/{account}";

    private static async Task<Answer> Put(HttpClient http, string body, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/smtp-accounts/acc_news")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await http.Ask(request);
    }

    private static async Task<IEnumerable<string?>> Ids(TestTenant tenant, string query) =>
        (await tenant.Http.Get("/v1/smtp-accounts" + query).Status(200)).Json.GetProperty("data").EnumerateArray()
            .Select(one => one.GetProperty("id").GetString());
}
