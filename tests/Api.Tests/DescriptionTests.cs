using System.Text.Json;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Messages.Requests;
using Actors.Api.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests;

/// <summary>The description says what is; every example in it is tried.</summary>
public sealed class DescriptionTests : IAsyncLifetime
{
    private TestGateway gateway = null!; // made before each test
    private JsonElement document;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        document = (await gateway.Stranger.Get("/openapi/v1.json").Status(200)).Json;
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task every_example_gets_the_status_it_promises()
    {
        var tenant = await gateway.NewTenant();
        var request = await PlanRequests.Ask(tenant);
        var crowd = await gateway.NewTenant();
        await gateway.Operator.Put($"/v1/admin/tenants/{crowd.Id}/plan", """{"plan":"pro"}""").Status(200);
        await DedicatedAccounts.Make(gateway, crowd, "acc_dedicated");
        var (user, mover) = (await TestUser.Join(gateway, crowd), await TestUser.Join(gateway, crowd));
        var supporter = await TestUser.Join(gateway, "/v1/admin/users");
        var (sender, form, login) = (await MakeExamples(tenant), await MakeForm(tenant), await MakeAccounts(tenant));
        var tried = 0;
        foreach (var (verb, path, operation) in Operations())
        {
            if (!operation.TryGetProperty("requestBody", out var body)
                || !body.GetProperty("content").TryGetProperty("application/json", out var media))
                continue;
            foreach (var example in media.GetProperty("examples").EnumerateObject())
            {
                var admin = path.StartsWith("/v1/admin", StringComparison.Ordinal);
                var owner = IsOfCrowd(path) ? crowd : tenant;
                var client = admin ? gateway.Operator
                    : path == "/v1/session/password" ? user.Browser
                    : path.StartsWith("/v1/session", StringComparison.Ordinal) ? mover.Browser : owner.Http;
                var filled = AtExamples(path, login, form).Replace("{tenant}", owner.Id.Value, StringComparison.Ordinal)
                    .Replace("{user}", admin ? supporter.Id : user.Id, StringComparison.Ordinal)
                    .Replace("{domain}", "partner.example", StringComparison.Ordinal)
                    .Replace("{plan}", "essential", StringComparison.Ordinal)
                    .Replace("{add_on}", "dedicated_ip", StringComparison.Ordinal)
                    .Replace("{request}", request, StringComparison.Ordinal)
                    .Replace("{kind}", "welcome", StringComparison.Ordinal)
                    .Replace("{template}", "tpl_example", StringComparison.Ordinal)
                    .Replace("{sender}", sender, StringComparison.Ordinal);
                await client.Ask(new HttpMethod(verb), filled, example.Value.GetProperty("value").GetRawText())
                    .Status(example.Value.GetProperty("x-status").GetInt32());
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(12);
    }

    private static bool IsOfCrowd(string path) => path.Contains("/users", StringComparison.Ordinal)
        || path is "/v1/domains" or "/v1/senders"
        || path.EndsWith("/source-address", StringComparison.Ordinal);

    /// <returns>The sender's id.</returns>
    private static async Task<string> MakeExamples(TestTenant tenant)
    {
        await tenant.Http.Post(
            "/v1/templates", """{"id":"tpl_example","name":"Example","subject":"Hello","text":"Hello"}""").Status(201);
        await tenant.Http.Post("/v1/domains", """{"domain":"partner.example"}""").Status(201);
        await tenant.Http.Post("/v1/contacts", """{"email":"reader@example.org"}""").Status(201);
        return (await tenant.Http.Post("/v1/senders", """{"email":"orders@shop.example"}""").Status(201)).Text("id");
    }

    /// <summary>One that waits, one with a server of its own and an address to check it with, and a login.</summary>
    /// <returns>The login's user name.</returns>
    private async Task<string> MakeAccounts(TestTenant tenant)
    {
        await tenant.Http.Post(
            "/v1/smtp-accounts", """{"id":"acc_waiting","name":"A","email":"a@shop.example"}""").Status(201);
        await tenant.Http.Post("/v1/smtp-accounts", """
            {"id":"acc_own","kind":"own","name":"Own","email":"box@shop.example",
             "server":{"host":"smtp.example.org","port":465,"user":"box","password":"secret"}}
            """).Status(201);
        await tenant.Http.Post("/v1/test-addresses", """{"email":"test@shop.example"}""").Status(201);
        await gateway.Stranger.Press(await gateway.LinkTo("test@shop.example")).Status(200);
        var login = await tenant.Http.Post(
            "/v1/smtp-accounts/acc_shop/logins", """{"application":"example"}""").Status(201);
        return login.Text("user_name");
    }

    /// <returns>Its id.</returns>
    private static async Task<string> MakeForm(TestTenant tenant) =>
        (await tenant.Http.Post("/v1/forms", """
            {"name":"News","from":"news@shop.example","smtp_account":"acc_shop"}
            """).Status(201)).Text("id");

    private static string AtExamples(string path, string login, string form) => path
        .Replace("{form}", form, StringComparison.Ordinal)
        .Replace("{contact}", "reader@example.org", StringComparison.Ordinal)
        .Replace("{account}/decline", "acc_waiting/decline", StringComparison.Ordinal)
        .Replace("{account}/check", "acc_own/check", StringComparison.Ordinal)
        .Replace("{account}/source-address", "acc_dedicated/source-address", StringComparison.Ordinal)
        .Replace("{account}", "acc_shop", StringComparison.Ordinal)
        .Replace("logins/{user}", $"logins/{login}", StringComparison.Ordinal);

    [Fact]
    public void it_is_openapi_3_1_with_every_endpoint_its_key_its_answers_and_its_problems()
    {
        document.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        var mapped = gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<Operation>()).OfType<Operation>().ToList();
        Operations().Select(one => $"{one.Verb} {one.Path}").Order()
            .ShouldBe(mapped.Select(one => $"{one.Verb} {one.Path}").Order());
        foreach (var (verb, path, operation) in Operations())
        {
            var source = mapped.Single(one => one.Verb == verb && one.Path == path);
            operation.GetProperty("operationId").GetString().ShouldBe(source.Name);
            operation.GetProperty("summary").GetString().ShouldBe(source.Summary);
            operation.TryGetProperty("security", out _).ShouldBe(source.Audience != Audience.Public);
            operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order()
                .ShouldBe(source.Outcomes.Select(outcome => $"{outcome.Status}")
                    .Union(source.AllProblems().Select(problem => $"{problem.Status}")).Order());
            var inPath = path.Count(c => c == '{');
            (operation.TryGetProperty("parameters", out var parameters) ? parameters.GetArrayLength() : 0)
                .ShouldBe(inPath + source.AllParameters().Count());
        }
    }

    [Fact]
    public void who_reads_a_body_says_what_may_be_wrong_with_it_and_who_may_come_too_late_takes_if_match()
    {
        foreach (var (verb, path, operation) in Operations())
        {
            var statuses = operation.GetProperty("responses").EnumerateObject().Select(one => one.Name).ToList();
            if (operation.TryGetProperty("requestBody", out var body)
                && body.GetProperty("content").TryGetProperty("application/json", out _))
                new[] { "400", "413", "415", "422" }.Except(statuses).ShouldBeEmpty($"{verb} {path}");
            var takes = operation.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray()
                .Any(parameter => parameter.GetProperty("name").GetString() == "If-Match");
            takes.ShouldBe(statuses.Contains("412"), $"{verb} {path}");
        }
    }

    [Theory]
    [InlineData("/v1/contacts", "application/json application/x-ndjson text/csv")]
    [InlineData("/v1/blacklist", "application/json application/x-ndjson text/csv")]
    [InlineData("/v1/contacts/imports/{import}/errors", "application/json text/csv")]
    [InlineData("/v1/tenant/export", "application/x-ndjson")]
    [InlineData("/v1/domains/{domain}/records.csv", "text/csv")]
    public void what_can_be_had_as_a_file_says_in_which_media_types(string path, string types) => string.Join(
        ' ',
        Operations().Single(one => one is { Verb: "GET" } && one.Path == path).Operation
            .GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject()
            .Select(type => type.Name).Order(StringComparer.Ordinal)).ShouldBe(types);

    [Fact]
    public void what_the_description_names_is_what_is_read()
    {
        Properties("MessageRequest").ShouldBe(MessageReader.Table.Names.Order());
        Schema("RequestRecipient").GetProperty("oneOf").GetArrayLength().ShouldBe(2);
        Schema("MessageRequest").GetProperty("properties").GetProperty("expires_in").GetProperty("description")
            .GetString().ShouldNotBeNull().ShouldContain("ISO 8601");
    }

    [Fact]
    public async Task a_page_shows_it_without_a_request_to_anybody_else()
    {
        var page = await gateway.Stranger.Get("/docs/index.html").Status(200);
        page.Body.ShouldContain("Actors API");
        page.Body.ShouldNotContain("http://");
        page.Body.ShouldNotContain("https://");
        await gateway.Stranger.Get("/docs/swagger-ui-bundle.js").Status(200);
    }

    private IEnumerable<(string Verb, string Path, JsonElement Operation)> Operations() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);

    private JsonElement Schema(string name) =>
        document.GetProperty("components").GetProperty("schemas").GetProperty(name);

    private IEnumerable<string> Properties(string schema) =>
        Schema(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name).Order();
}
