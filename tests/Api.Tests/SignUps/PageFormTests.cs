using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.SignUps;

/// <summary>Forms over HTTP: how the tenant changes them, and what pages and their scripts are answered.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class PageFormTests(Harness.Gateway gateway)
{
    private const string Shop = "https://shop.example";

    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_form_is_changed_and_what_is_absent_stays()
    {
        var (tenant, form) = await Form("""
            {"name":"News","from":"news@shop.example","smtp_account":"acc_shop","lists":["news"],"language":"de",
             "consent":"Yes.","redirect":"https://shop.example/thanks","origins":["https://shop.example"]}
            """);
        var changed = await Change(tenant, form, """
            {"name":"Offers","lists":["offers"],"redirect":null,"language":null,"thank_you":"Thanks."}
            """).Status(200);
        foreach (var answer in new[] { changed, await tenant.Http.Get($"/v1/forms/{form.Text("id")}").Status(200) })
        {
            answer.Text("name").ShouldBe("Offers");
            answer.Json.GetProperty("lists").GetRawText().ShouldBe("""["offers"]""");
            answer.Json.TryGetProperty("redirect", out _).ShouldBeFalse();
            answer.Json.TryGetProperty("language", out _).ShouldBeFalse();
            answer.Text("thank_you").ShouldBe("Thanks.");
            answer.Text("from").ShouldBe("news@shop.example");
            answer.Text("smtp_account").ShouldBe("acc_shop");
            answer.Text("consent").ShouldBe("Yes.");
            answer.Text("url").ShouldBe(form.Text("url"));
        }
    }

    [Theory]
    [InlineData("""{"lists":null}""", "wrong_type /lists")]
    [InlineData("""{"redirect":"http://shop.example/"}""", "invalid_url /redirect")]
    [InlineData("""{"origins":["shop.example"]}""", "invalid_url /origins")]
    [InlineData("""{"details":["website"]}""", "invalid_details /details")]
    [InlineData("""{"smtp_account":"shop"}""", "invalid_id /smtp_account")]
    [InlineData("""{"url":"https://shop.example/"}""", "unknown_field /url")]
    public async Task a_change_that_cannot_be_is_refused_where_it_stands(string change, string place)
    {
        var (tenant, form) = await Form();
        (await Change(tenant, form, change).Problem(422, "invalid_field")).Places.ShouldBe([place]);
    }

    [Fact]
    public async Task a_change_of_the_sender_is_checked_as_the_first_one_was()
    {
        var (tenant, form) = await Form();
        await Change(tenant, form, """{"smtp_account":"acc_other"}""").Problem(422, "unknown_account");
        await Change(tenant, form, """{"from":"Shop <offers@shop.example>"}""").Status(200);
        await tenant.Http.Ask(HttpMethod.Patch, "/v1/forms/frm_none", "{}").Problem(404, "not_found");
    }

    [Fact]
    public async Task a_script_of_its_pages_sends_it_and_reads_the_answer_and_that_of_another_site_does_not()
    {
        var (_, form) = await Form(origins: $"[\"{Shop}\"]");
        var taken = await Send(form, Shop, "reader@example.org").Status(202);
        taken.Header("Access-Control-Allow-Origin").ShouldBe(Shop);
        taken.Headers.Vary.ShouldContain("Origin");
        taken.Text("message").ShouldStartWith("Look into your mailbox");
        var wrong = await Send(form, Shop, "nobody").Problem(422, "invalid_field");
        wrong.Header("Access-Control-Allow-Origin").ShouldBe(Shop);
        wrong.Places.ShouldBe(["address_syntax /email"]);

        foreach (var origin in new[] { "https://other.example", "http://shop.example", "null", null })
            (await Send(form, origin, "reader@example.org").Problem(403, "not_allowed"))
                .Header("Access-Control-Allow-Origin").ShouldBeNull();
        (await Send(form, Shop, "reader@example.org", accept: "text/html").Status(200)).MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task what_is_no_form_is_told_what_is_taken()
    {
        var (_, form) = await Form();
        (await gateway.Stranger.Post(PathOf(form), """{"email":"reader@example.org"}""")
            .Problem(415, "unsupported_media_type")).Text("detail").ShouldContain("multipart/form-data");
    }

    [Fact]
    public async Task a_form_for_any_page_says_so()
    {
        var (_, form) = await Form();
        (await Send(form, "https://anywhere.example", "reader@example.org").Status(202))
            .Header("Access-Control-Allow-Origin").ShouldBe("*");
    }

    [Fact]
    public async Task a_browser_that_asks_first_is_told_for_the_form_and_for_nothing_else()
    {
        var (_, form) = await Form(origins: $"[\"{Shop}\"]");
        var allowed = await Preflight(PathOf(form), Shop).Status(204);
        allowed.Header("Access-Control-Allow-Origin").ShouldBe(Shop);
        allowed.Header("Access-Control-Allow-Methods").ShouldBe("POST");
        allowed.Header("Access-Control-Allow-Credentials").ShouldBeNull();
        (await Preflight(PathOf(form), "https://other.example").Status(403))
            .Header("Access-Control-Allow-Origin").ShouldBeNull();
        await Preflight(PathOf(form) + "x", Shop).Status(404);

        var document = (await gateway.Stranger.Get("/openapi/v1.json").Status(200)).Json;
        foreach (var path in document.GetProperty("paths").EnumerateObject().Select(path => path.Name))
        {
            if (path == "/forms/{form}")
                continue;
            var answer = await Preflight(path.Replace("{", "", StringComparison.Ordinal)
                .Replace("}", "", StringComparison.Ordinal), Shop);
            answer.Header("Access-Control-Allow-Origin").ShouldBeNull(path);
            answer.Status.ShouldBe(405, path);
        }
    }

    [Fact]
    public async Task pages_are_in_the_forms_language_else_in_the_tenants()
    {
        var (tenant, form) = await Form();
        await tenant.Http.Put("/v1/email-language", """{"language":"cs"}""").Status(200);
        (await Send(form, null, "reader@example.org", accept: "text/html").Status(200)).Body
            .ShouldContain("<html lang=\"cs\">");
        await Change(tenant, form, """{"language":"pl"}""").Status(200);
        var page = await Send(form, null, "nobody", accept: "text/html").Status(422);
        page.Body.ShouldContain("<html lang=\"pl\">");
        page.Body.ShouldContain("To nie jest adres e-mail.");
        (await Send(form, null, "nobody").Problem(422, "invalid_field")).Text("detail")
            .ShouldBe("To nie jest adres e-mail.");
    }

    private async Task<(TestTenant, Answer)> Form(string? body = null, string origins = "[]")
    {
        var tenant = await gateway.NewTenant();
        var form = await tenant.Http.Post("/v1/forms", body ?? $$"""
            {"name":"News","from":"news@shop.example","smtp_account":"acc_shop","origins":{{origins}}}
            """).Status(201);
        return (tenant, form);
    }

    private static Task<Answer> Change(TestTenant tenant, Answer form, string change) =>
        tenant.Http.Ask(HttpMethod.Patch, $"/v1/forms/{form.Text("id")}", change);

    private static string PathOf(Answer form) => new Uri(form.Text("url")).AbsolutePath;

    private async Task<Answer> Send(Answer form, string? origin, string email, string accept = "application/json")
    {
        using var client = gateway.Client(null);
        using var request = new HttpRequestMessage(HttpMethod.Post, PathOf(form))
        {
            Content = new FormUrlEncodedContent([new("email", email)]),
        };
        request.Headers.Accept.ParseAdd(accept);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await client.Ask(request);
    }

    private async Task<Answer> Preflight(string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        return await gateway.Stranger.Ask(request);
    }
}
