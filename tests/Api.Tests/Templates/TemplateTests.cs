using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Templates;

/// <summary>Templates of a tenant's own: words, versions, lists.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class TemplateTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_draft_is_published_and_an_earlier_version_comes_back()
    {
        var tenant = await gateway.NewTenant();
        var made = await tenant.Http.Post("/v1/templates", Words("One", "tpl_a")).Status(201);
        made.Json.TryGetProperty("in_use", out _).ShouldBeFalse();
        await tenant.Http.Post("/v1/templates/tpl_a/publish").Status(200);
        await tenant.Http.Put("/v1/templates/tpl_a", Words("Two")).Status(200);
        (await Subject(tenant)).ShouldBe("One");

        var published = await tenant.Http.Post("/v1/templates/tpl_a/publish").Status(200);
        published.Json.GetProperty("version").GetInt32().ShouldBe(2);
        (await Subject(tenant)).ShouldBe("Two");
        await tenant.Http.Post("/v1/templates/tpl_a/publish").Status(200); // again: nothing changes

        await tenant.Http.Post("/v1/templates/tpl_a/versions/1/publish").Status(200);
        (await Subject(tenant)).ShouldBe("One");
        var versions = (await tenant.Http.Get("/v1/templates/tpl_a/versions").Status(200)).Json.GetProperty("data");
        versions.EnumerateArray().Select(each => each.GetProperty("version").GetInt32()).ShouldBe([2, 1]);
        versions.EnumerateArray().Select(each => each.GetProperty("in_use").GetBoolean()).ShouldBe([false, true]);
        await tenant.Http.Post("/v1/templates/tpl_a/versions/9/publish").Problem(404, "not_found");
    }

    [Fact]
    public async Task a_repeated_creation_changes_nothing_and_another_one_is_refused()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/templates", Words("One", "tpl_a")).Status(201);
        await tenant.Http.Post("/v1/templates", Words("One", "tpl_a")).Status(201);
        await tenant.Http.Post("/v1/templates", Words("Two", "tpl_a")).Problem(409, "already_exists");
        await tenant.Http.Post("/v1/templates/tpl_a/publish").Status(200);
        await tenant.Http.Post("/v1/templates", Words("One", "tpl_a")).Status(201);
    }

    [Fact]
    public async Task of_two_changes_made_on_the_same_version_the_second_is_refused()
    {
        var tenant = await gateway.NewTenant();
        var etag = (await tenant.Http.Post("/v1/templates", Words("One", "tpl_a")).Status(201)).Header("ETag")!;
        var changed = await Change(tenant, "/v1/templates/tpl_a", "Two", etag).Status(200);
        changed.Header("ETag").ShouldNotBe(etag);
        await Change(tenant, "/v1/templates/tpl_a", "Three", etag).Problem(412, "precondition_failed");
        (await tenant.Http.Get("/v1/templates/tpl_a").Status(200)).Json.GetProperty("draft").GetProperty("subject")
            .GetString().ShouldBe("Two");

        var original = (await tenant.Http.Get("/v1/standard-emails/welcome").Status(200)).Header("ETag")!;
        await Change(tenant, "/v1/standard-emails/welcome", "Mine", original).Status(200);
        await Change(tenant, "/v1/standard-emails/welcome", "Mine, too", original).Problem(412, "precondition_failed");
    }

    [Fact]
    public async Task what_is_wrong_is_told_with_line_and_column()
    {
        var tenant = await gateway.NewTenant();
        var refused = await tenant.Http.Post(
            "/v1/templates", """{"name":"A","subject":"{{{a}}}","text":"x\n{{#if a}}","html":"{{> a}}"}""")
            .Problem(422, "invalid_field");
        refused.Places.ShouldBe(["raw_output /subject", "unclosed_block /text", "unsupported_tag /html"]);
        refused.Body.ShouldContain("Line 2, column 1");
        await tenant.Http.Post("/v1/templates", """{"name":"A","subject":"a","text":"\u0000"}""")
            .Problem(422, "invalid_field");
        await tenant.Http.Post("/v1/templates", """{"id":"welcome","name":"A","subject":"a","text":"b"}""")
            .Problem(422, "invalid_field");
    }

    [Fact]
    public async Task a_list_is_searched_and_paged_and_shows_ones_own()
    {
        var (tenant, other) = (await gateway.NewTenant(), await gateway.NewTenant());
        foreach (var name in new[] { "a", "b", "c" })
            await tenant.Http.Post("/v1/templates", Words("Hello", $"tpl_{name}", $"Příklad {name}")).Status(201);
        var first = await tenant.Http.Get("/v1/templates?limit=2").Status(200);
        Ids(first).ShouldBe(["tpl_a", "tpl_b"]);
        Ids(await tenant.Http.Get($"/v1/templates?limit=2&after={first.Text("next")}").Status(200)).ShouldBe(["tpl_c"]);
        Ids(await tenant.Http.Get("/v1/templates?search=PŘÍKLAD%20b").Status(200)).ShouldBe(["tpl_b"]);
        Ids(await other.Http.Get("/v1/templates").Status(200)).ShouldBeEmpty();

        await tenant.Http.Delete("/v1/templates/tpl_b").Status(204);
        await tenant.Http.Delete("/v1/templates/tpl_b").Problem(404, "not_found");
        Ids(await tenant.Http.Get("/v1/templates").Status(200)).ShouldBe(["tpl_a", "tpl_c"]);
    }

    [Fact]
    public async Task another_tenants_template_is_as_if_it_were_none()
    {
        var (tenant, other) = (await gateway.NewTenant(), await gateway.NewTenant());
        await tenant.Http.Post("/v1/templates", Words("One", "tpl_a")).Status(201);
        await other.Http.Get("/v1/templates/tpl_a").Problem(404, "not_found");
        await other.Http.Put("/v1/templates/tpl_a", Words("Mine")).Problem(404, "not_found");
        await other.Http.Post("/v1/templates/tpl_a/preview", "{}").Problem(404, "not_found");
        await other.Http.Get("/v1/templates/welcome").Problem(404, "not_found"); // a kind, and no template
        await other.Http.Get("/v1/standard-emails/tpl_a").Problem(404, "not_found");
    }

    internal static string Words(string subject, string? id = null, string? name = null)
    {
        var words = new JsonObject { ["subject"] = subject, ["text"] = $"{subject} in text" };
        if (id is not null)
            (words["id"], words["name"]) = (id, name ?? "Name");
        return words.ToJsonString();
    }

    internal static async Task<Answer> Change(TestTenant tenant, string path, string subject, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = new StringContent(Words(subject), System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await tenant.Http.Ask(request);
    }

    private static async Task<string?> Subject(TestTenant tenant) =>
        (await tenant.Http.Get("/v1/templates/tpl_a").Status(200)).Json.GetProperty("in_use").GetProperty("subject")
        .GetString();

    private static string?[] Ids(Answer answer) =>
        [.. answer.Json.GetProperty("data").EnumerateArray().Select(each => each.GetProperty("id").GetString())];
}
