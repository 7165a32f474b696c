using System.Text;
using System.Text.Json;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Domains;

[Collection(Gateway.Name)]
public sealed class DomainTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_registered_domain_shows_its_records_and_is_listed()
    {
        var tenant = await gateway.NewTenant();

        var domain = await tenant.Http.Post("/v1/domains", """{"domain":"shop.example"}""").Status(201);

        domain.Header("Location").ShouldBe("/v1/domains/shop.example");
        (domain.Text("status"), domain.Text("way_out")).ShouldBe(("pending", "automatic"));
        Records(domain.Json).Select(record => record.GetProperty("purpose").GetString())
            .ShouldBe(["dkim", "dkim", "return_path", "spf", "dmarc", "tracking"]);
        Records(domain.Json)[0].GetProperty("state").GetString().ShouldBe("unknown");
        (await tenant.Http.Get("/v1/domains/shop.example").Status(200)).Body.ShouldBe(domain.Body);
        var page = await tenant.Http.Get("/v1/domains?status=pending&search=shop").Status(200);
        page.Json.GetProperty("data").GetArrayLength().ShouldBe(1);
        (await tenant.Http.Get("/v1/domains?status=failed").Status(200)).Json.GetProperty("data").GetArrayLength()
            .ShouldBe(0);
    }

    [Fact]
    public async Task only_who_has_proved_the_address_is_told()
    {
        var tenant = await gateway.NewTenant();
        var email = TestUser.NewAddress();
        var body = $$"""{"domain":"shop.example","notify":"{{email}}"}""";
        await tenant.Http.Post("/v1/test-addresses", $$"""{"email":"{{email}}"}""").Status(201);
        await tenant.Http.Post("/v1/domains", body).Problem(422, "invalid_field");

        await gateway.Stranger.Press(await gateway.LinkTo(email)).Status(200);

        (await tenant.Http.Post("/v1/domains", body).Status(201)).Text("notify").ShouldBe(email);
        await tenant.Http.Ask(HttpMethod.Patch, "/v1/domains/shop.example", """{"notify":"a@b.example"}""")
            .Problem(422, "invalid_field");
    }

    [Theory]
    [InlineData("""{"domain":"gmail.com"}""")]
    [InlineData("""{"domain":"seznam.cz"}""")]
    [InlineData("""{"domain":"co.uk"}""")]
    [InlineData("""{"domain":"mail.example.net"}""")]
    [InlineData("""{"domain":"not a domain"}""")]
    [InlineData("""{"domain":"127.0.0.1"}""")]
    [InlineData("""{"domain":"shop.example","return_path":"a.b"}""")]
    [InlineData("""{"domain":"shop.example","notify":"nobody"}""")]
    public async Task what_cannot_be_a_sending_domain_is_refused(string body)
    {
        var tenant = await gateway.NewTenant();

        await tenant.Http.Post("/v1/domains", body).Problem(422, "invalid_field");
    }

    [Fact]
    public async Task a_domain_in_its_own_script_is_found_by_both_of_its_names()
    {
        var tenant = await gateway.NewTenant();
        var domain = await tenant.Http.Post("/v1/domains", """{"domain":"příklad.example"}""").Status(201);

        (domain.Text("domain"), domain.Text("name")).ShouldBe(("xn--pklad-zsa96e.example", "příklad.example"));
        await tenant.Http.Get("/v1/domains/příklad.example").Status(200);
        await tenant.Http.Get("/v1/domains/xn--pklad-zsa96e.example").Status(200);
    }

    [Fact]
    public async Task startup_has_one_domain_and_the_refusal_names_the_plan_with_more()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/domains", """{"domain":"one.example"}""").Status(201);

        var refusal = await tenant.Http.Post("/v1/domains", """{"domain":"two.example"}""").Problem(403, "plan_limit");

        refusal.Text("detail").ShouldContain("The plan startup includes 1 domain. The plan essential includes more.");
        await tenant.Http.Post("/v1/domains", """{"domain":"one.example"}""").Status(200);
    }

    [Fact]
    public async Task two_tenants_have_the_same_domain_with_other_records()
    {
        var (one, two) = (await gateway.NewTenant(), await gateway.NewTenant());
        var first = await one.Http.Post("/v1/domains", """{"domain":"both.example"}""").Status(201);
        var second = await two.Http.Post("/v1/domains", """{"domain":"both.example"}""").Status(201);

        Value(first.Json).ShouldNotBe(Value(second.Json));

        static string Value(JsonElement domain) => Records(domain)[0].GetProperty("value").GetString()!;
    }

    [Fact]
    public async Task of_two_changes_the_second_is_told_of_the_first()
    {
        var tenant = await gateway.NewTenant();
        var etag = (await tenant.Http.Post("/v1/domains", """{"domain":"shop.example"}""").Status(201))
            .Header("ETag").ShouldNotBeNull();

        var changed = await Patch("""{"way_out":"platform","return_path":"returns"}""").Status(200);
        changed.Text("way_out").ShouldBe("platform");
        changed.Text("return_path_host").ShouldBe("returns.shop.example");
        await Patch("""{"way_out":"hosted"}""").Problem(412, "precondition_failed");
        await tenant.Http.Ask(HttpMethod.Patch, "/v1/domains/shop.example", """{"selector":"news"}""")
            .Problem(403, "plan_limit");
        await tenant.Http.Ask(HttpMethod.Patch, "/v1/domains/shop.example", """{"way_out":"sideways"}""")
            .Problem(422, "invalid_field");

        async Task<Answer> Patch(string body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, "/v1/domains/shop.example")
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("If-Match", etag);
            return await tenant.Http.Ask(request);
        }
    }

    [Fact]
    public async Task a_dedicated_ip_unlocks_selector_and_report_address()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Put(
            $"/v1/admin/tenants/{tenant.Id}/add-ons/dedicated_ip", """{"quantity":1}""").Status(200);
        await tenant.Http.Post("/v1/domains", """{"domain":"shop.example"}""").Status(201);

        var changed = await tenant.Http.Ask(
            HttpMethod.Patch, "/v1/domains/shop.example",
            """{"selector":"news","dmarc_reports":"dmarc@shop.example"}""").Status(200);

        Records(changed.Json)[0].GetProperty("name").GetString().ShouldBe("news-1._domainkey.shop.example");
        Records(changed.Json)[4].GetProperty("value").GetString()
            .ShouldBe("v=DMARC1; p=none; rua=mailto:dmarc@shop.example");
    }

    [Fact]
    public async Task records_are_downloaded_as_csv_and_as_lines_of_a_zone()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/domains", """{"domain":"shop.example"}""").Status(201);

        var csv = await tenant.Http.Get("/v1/domains/shop.example/records.csv").Status(200);
        csv.Body.Split("\r\n").Length.ShouldBe(8);
        csv.Body.ShouldContain("\"_dmarc.shop.example\",\"TXT\",\"v=DMARC1; p=none\",\"no\",\"unknown\",\"\"");
        var zone = await tenant.Http.Get("/v1/domains/shop.example/records.zone").Status(200);
        zone.Body.ShouldContain("click.shop.example. 3600 IN CNAME track.mail.example.net.\n");
        zone.Body.ShouldContain("_dmarc.shop.example. 3600 IN TXT \"v=DMARC1; p=none\"\n");
    }

    [Fact]
    public async Task verify_now_asks_once_for_a_double_click()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/domains", """{"domain":"shop.example"}""").Status(201);

        await tenant.Http.Post("/v1/domains/shop.example/verify", "").Status(202);
        (await tenant.Http.Post("/v1/domains/shop.example/verify", "").Status(202)).Text("status").ShouldBe("pending");
    }

    [Fact]
    public async Task a_share_link_shows_the_records_to_anybody_until_it_is_revoked()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/domains", """{"domain":"shop.example"}""").Status(201);
        var link = await tenant.Http.Post("/v1/domains/shop.example/share-links", "{}").Status(201);
        var path = new Uri(link.Text("url")).PathAndQuery;

        var page = await gateway.Stranger.Get(path).Status(200);
        page.Body.ShouldContain("_domainkey.shop.example");
        await tenant.Http.Delete($"/v1/domains/shop.example/share-links/{link.Text("id")}").Status(204);
        await gateway.Stranger.Get(path).Status(404);
        await tenant.Http.Post("/v1/domains/shop.example/share-links", """{"expires_in_days":91}""")
            .Problem(422, "invalid_field");
    }

    [Fact]
    public async Task a_deleted_domain_is_gone()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/domains", """{"domain":"shop.example"}""").Status(201);

        await tenant.Http.Delete("/v1/domains/shop.example").Status(204);
        await tenant.Http.Get("/v1/domains/shop.example").Problem(404, "not_found");
        await tenant.Http.Delete("/v1/domains/shop.example").Problem(404, "not_found");
        await tenant.Http.Post("/v1/domains", """{"domain":"other.example"}""").Status(201);
    }

    private static JsonElement[] Records(JsonElement domain) => [.. domain.GetProperty("records").EnumerateArray()];
}
