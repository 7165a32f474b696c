using System.Text.Json;
using Actors.Api.Tests.Harness;
using Actors.Grains.StandardEmails;

namespace Actors.Api.Tests.Templates;

/// <summary>Standard e-mails: originals, words of the tenant's own, footer, previews, tests.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class StandardEmailTests(Harness.Gateway gateway)
{
    private const string Path = "/v1/standard-emails/sender-confirmation";
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task each_kind_has_words_in_the_tenants_language()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Put("/v1/email-language", """{"language":"pl"}""").Status(200);
        var all = (await tenant.Http.Get("/v1/standard-emails").Status(200)).Json.GetProperty("data");
        all.EnumerateArray().Select(each => each.GetProperty("kind").GetString())
            .ShouldBe(StandardEmail.All.Select(each => each.Name));
        foreach (var each in StandardEmail.All)
            (await Shown(tenant, each.Name)).ShouldBe(Originals.Of(each.Kind, "pl").Text);
        all[0].GetProperty("sent_by").GetString().ShouldBe("platform");
        all[15].GetProperty("sent_by").GetString().ShouldBe("tenant");
    }

    [Fact]
    public async Task words_of_ones_own_are_reset_to_the_original()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Put(Path, """{"subject":"Mine","text":"{{link}}","publish":true}""").Status(200);
        (await Shown(tenant, "sender-confirmation")).ShouldBe("{{link}}");
        var reset = await tenant.Http.Post($"{Path}/reset").Status(200);
        reset.Json.TryGetProperty("version", out _).ShouldBeFalse();
        (await Shown(tenant, "sender-confirmation"))
            .ShouldBe(Originals.Of(StandardEmailKind.SenderConfirmation, "en").Text);
        await tenant.Http.Post($"{Path}/reset").Status(200);
        await tenant.Http.Post($"{Path}/versions/1/publish").Status(200); // nothing is lost by it
        (await Shown(tenant, "sender-confirmation")).ShouldBe("{{link}}");
    }

    [Fact]
    public async Task a_preview_shows_samples_the_footer_and_what_nobody_knows()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Put("/v1/email-footer", """{"text":"-- {{tenant}}"}""").Status(200);
        var preview = await tenant.Http.Post($"{Path}/preview", """
            {"subject":"{{sender}}","text":"{{link}} {{colour}} {{size}}","html":"<body><b>{{colour}}</b></body>",
             "variables":{"colour":"<red>"}}
            """).Status(200);
        preview.Text("subject").ShouldBe("news@example.org");
        preview.Text("text").ShouldBe("https://example.org/links/1a2b3c <red> [size]\n\n-- Example Shop");
        preview.Text("html").ShouldBe(
            "<body><b>&lt;red&gt;</b><p style=\"white-space:pre-line\">-- Example Shop</p>\n</body>");
        preview.Json.GetProperty("unknown_variables").EnumerateArray().Select(each => each.GetString())
            .ShouldBe(["size"]);

        var without = await tenant.Http.Post($"{Path}/preview", """{"subject":"a","text":"b","footer":false}""")
            .Status(200);
        without.Text("text").ShouldBe("b");
    }

    [Fact]
    public async Task words_without_the_link_or_that_give_it_away_are_refused_with_their_place()
    {
        var tenant = await gateway.NewTenant();
        var none = await tenant.Http.Put(Path, """{"subject":"a","text":"Hello","publish":true}""")
            .Problem(422, "invalid_field");
        none.Places.ShouldBe(["link_missing /text"]);
        var given = await tenant.Http.Put(
            Path, """{"subject":"a","text":"{{link}}","html":"{{link}}\n<img src='//evil.example/{{link}}'>"}""")
            .Problem(422, "invalid_field");
        given.Places.ShouldBe(["link_misplaced /html"]);
        given.Text("detail").ShouldStartWith("The HTML cannot be used. Line 2, column 26: ");
        await tenant.Http.Put("/v1/email-footer", """{"text":"{{link}}"}""").Problem(422, "invalid_field");
        await tenant.Http.Put("/v1/standard-emails/account-blocked", """{"subject":"a","text":"Hello"}""").Status(200);
    }

    [Fact]
    public async Task a_preview_warns_of_words_that_would_be_refused_and_of_links_that_get_lost()
    {
        var tenant = await gateway.NewTenant();
        (await Warnings("{{link}}")).ShouldBeEmpty();
        (await Warnings("Hello")).ShouldBe(["link_missing /text"]);
        (await Warnings("{{tenant~}} {{link}}")).ShouldBe(["link_misplaced /text"]);

        async Task<IEnumerable<string>> Warnings(string text) =>
            (await tenant.Http.Post($"{Path}/preview", Words(text)).Status(200)).Json
            .GetProperty("warnings").EnumerateArray()
            .Select(each => $"{each.GetProperty("code").GetString()} {each.GetProperty("pointer").GetString()}");
    }

    [Fact]
    public async Task a_text_that_is_too_long_is_that_and_not_missing()
    {
        var tenant = await gateway.NewTenant();
        var text = new string('x', EmailLimits.TextLengthMax + 1);
        (await tenant.Http.Put(Path, Words(text)).Problem(422, "invalid_field")).Places.ShouldBe(["too_long /text"]);
        (await tenant.Http.Put(Path, """{"subject":"a","text":" "}""").Problem(422, "invalid_field"))
            .Places.ShouldBe(["missing /text"]);
        (await tenant.Http.Put(Path, """{"subject":"a"}""").Problem(422, "invalid_field"))
            .Places.ShouldBe(["missing /text"]);
    }

    [Fact]
    public async Task the_footer_is_a_template_too()
    {
        var tenant = await gateway.NewTenant();
        (await tenant.Http.Get("/v1/email-footer").Status(200)).Text("text").ShouldBe("");
        await tenant.Http.Put("/v1/email-footer", """{"text":"{{#if a}}"}""").Problem(422, "invalid_field");
        await tenant.Http.Put("/v1/email-footer", """{"text":"Bye"}""").Status(200);
        (await tenant.Http.Get("/v1/email-footer").Status(200)).Text("text").ShouldBe("Bye");
        await tenant.Http.Put("/v1/email-footer", """{"text":""}""").Status(200);
        (await tenant.Http.Get("/v1/email-footer").Status(200)).Text("text").ShouldBe("");
    }

    [Theory]
    [InlineData("{{#each a}}{{#each ../a}}{{#each ../a}}{{#each ../a}}x{{/each}}{{/each}}{{/each}}{{/each}}")]
    public async Task a_template_that_loops_without_end_is_stopped_and_nothing_else(string text)
    {
        var tenant = await gateway.NewTenant();
        var numbers = string.Join(',', Enumerable.Range(0, 100));
        var refused = await tenant.Http.Post(
            $"{Path}/preview", "{\"subject\":\"a\",\"text\":\"" + text + "\",\"variables\":{\"a\":[" + numbers + "]}}")
            .Problem(422, "invalid_field");
        refused.Places.ShouldBe(["too_many_iterations /text"]);
        refused.Text("detail").ShouldBe(
            "The text cannot be used. The loops of the template go round more than 10000 times together.");
        await tenant.Http.Post($"{Path}/preview", "{}").Status(200);
    }

    [Fact]
    public async Task a_test_goes_to_verified_addresses_only()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post($"{Path}/test", """{"to":"stranger@example.net"}""").Problem(403, "not_allowed");
        await tenant.Http.Post($"{Path}/test", "{}").Problem(422, "invalid_field");
        await tenant.Http.Post($"{Path}/test", """{"to":"broken"}""").Problem(422, "invalid_field");
    }

    [Fact]
    public async Task a_test_reaches_an_address_that_its_reader_has_verified()
    {
        var (tenant, email) = (await gateway.NewTenant(), TestUser.NewAddress());
        await tenant.Http.Put(Path, """{"subject":"Draft for {{sender}}","text":"{{link}}"}""").Status(200);
        await tenant.Http.Post("/v1/test-addresses", $$"""{"email":"{{email}}"}""").Status(201);
        await tenant.Http.Post($"{Path}/test", $$"""{"to":"{{email}}"}""").Problem(403, "not_allowed");
        await gateway.Stranger.Press(await gateway.LinkTo(email)).Status(200);

        var sent = await tenant.Http.Post($"{Path}/test", $$"""{"to":"{{email}}"}""").Status(202);

        sent.Text("subject").ShouldBe("[Test] Draft for news@example.org");
        (await gateway.CountTo(email)).ShouldBe(2);
        var other = await gateway.NewTenant();
        await other.Http.Post($"{Path}/test", $$"""{"to":"{{email}}"}""").Problem(403, "not_allowed");
    }

    private static string Words(string text) => JsonSerializer.Serialize(new { subject = "a", text });

    private static async Task<string?> Shown(TestTenant tenant, string kind) =>
        (await tenant.Http.Get($"/v1/standard-emails/{kind}").Status(200)).Json.GetProperty("in_use")
        .GetProperty("text").GetString();
}
