using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Imports;

/// <summary>No way leads to more active contacts than the plan includes.</summary>
public sealed class ImportAllowanceTests : IAsyncLifetime
{
    private TestGateway gateway = null!; // made before each test

    public async Task InitializeAsync() => gateway = await TestGateway.Start();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task rows_beyond_the_plans_number_are_errors_and_the_rest_is_read()
    {
        var http = await Limited(700);
        var rows = Enumerable.Range(0, 1_000).Select(i => $"r{i}@example.org,Oslo\n");
        var done = await http.Imported(http.Upload(
            Files.Contacts, $"email,city\n{string.Concat(rows)}r5@example.org,Bergen\n"));
        (done.Text("status"), done.Counts()).ShouldBe(("done", "1001 700 1 0 0 300"));
        await Used(http, 700, 700);
        var error = (await http.Get($"{Files.Contacts}/{done.Text("id")}/errors").Status(200)).Json
            .GetProperty("data")[0];
        (error.GetProperty("row").GetInt64(), error.GetProperty("code").GetString())
            .ShouldBe((702, "allowance_exhausted"));
    }

    [Fact]
    public async Task imports_and_requests_together_fill_the_plan_to_the_last_and_no_further()
    {
        var http = await Limited(400);
        string File(string name) =>
            "email\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"{name}{i}@example.org\n"));
        var imports = new[] { "a", "b" }.Select(name => http.Imported(http.Upload(Files.Contacts, File(name))))
            .ToArray();
        var asked = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            i => http.Post("/v1/contacts", $$"""{"email":"c{{i}}@example.org"}""")));
        asked.ShouldAllBe(one => one.Status == 201 || one.Text("code") == "allowance_exhausted");
        var imported = await Task.WhenAll(imports);
        (imported.Sum(one => one.Json.GetProperty("created").GetInt64()) + asked.Count(one => one.Status == 201))
            .ShouldBe(400);
        await Used(http, 400, 400);
    }

    [Fact]
    public async Task a_request_for_one_more_is_refused_and_says_why()
    {
        var http = await Limited(1);
        await http.Post("/v1/contacts", """{"email":"a@example.org"}""").Status(201);
        await http.Post("/v1/contacts", """{"email":"a@example.org","details":{"city":"Oslo"}}""").Status(201);
        (await http.Post("/v1/contacts", """{"email":"b@example.org"}""").Problem(429, "allowance_exhausted"))
            .Text("detail").ShouldContain("1 active contacts");
        await http.Get("/v1/contacts/b@example.org").Problem(404, "not_found");
    }

    private static async Task Used(HttpClient http, long used, long limit) =>
        (await http.Get("/v1/allowance").Status(200)).Json.GetProperty("active_contacts").GetRawText()
            .ShouldBe($$"""{"used":{{used}},"limit":{{limit}},"left":{{limit - used}}}""");

    private async Task<HttpClient> Limited(int contacts)
    {
        await gateway.Operator.Put(
            "/v1/admin/plans/startup",
            $$"""
            {"price": 0, "log_retention_days": 1, "domains_max": 1, "users_max": 1, "roles": false,
             "blacklist_file": false, "messages_per_month": 10, "active_contacts_per_month": {{contacts}}}
            """).Status(200);
        return (await gateway.NewTenant()).Http;
    }
}
