using Actors.Api.Tests.Harness;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

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
        await http.Post("/v1/contacts", """{"email":"a@example.org","details":{"city":"Oslo"}}""").Status(200);
        (await http.Post("/v1/contacts", """{"email":"b@example.org"}""").Problem(429, "allowance_exhausted"))
            .Text("detail").ShouldContain("1 active contacts");
        await http.Get("/v1/contacts/b@example.org").Problem(404, "not_found");
    }

    [Fact]
    public async Task who_confirms_a_sign_up_of_a_full_plan_is_told_so_and_can_once_there_is_room()
    {
        var tenant = await NewTenant(1);
        await tenant.Http.Post("/v1/contacts", """{"email":"a@example.org"}""").Status(201);
        await tenant.Http.Post("/v1/contacts/sign-ups", """
            {"email":"eve@example.org","from":"news@shop.example","smtp_account":"acc_shop"}
            """).Status(202);
        var link = await gateway.LinkTo("eve@example.org", sender: tenant.Id);
        (await gateway.Stranger.Press(link).Status(409)).Body.ShouldContain("You are not subscribed yet");
        await Standing(tenant, "unconfirmed");

        await tenant.Http.Delete("/v1/contacts/a@example.org").Status(204);
        (await gateway.Stranger.Press(link).Status(200)).Body.ShouldContain("You have subscribed");
        await Standing(tenant, "active");
        await Used(tenant.Http, 1, 1);
    }

    [Fact]
    public async Task what_is_taken_off_the_blacklist_needs_room_too()
    {
        var tenant = await NewTenant(1);
        await tenant.Http.Post("/v1/contacts", """{"email":"eve@example.org"}""").Status(201);
        await gateway.Grains.Contact(ContactKey.Of(tenant.Id, EmailAddress.Parse("eve@example.org"))).Apply(
            new ContactCause.Unsubscribed(null)
            {
                Message = new MessageId(SubmissionId.Create(gateway.Time.GetUtcNow(), new byte[10]), 0),
                At = gateway.Time.GetUtcNow(),
            });
        await tenant.Http.Post("/v1/contacts", """{"email":"a@example.org"}""").Status(201);
        await tenant.Http.Delete("/v1/blacklist/eve@example.org").Problem(429, "allowance_exhausted");
        await Standing(tenant, "unsubscribed");
        await tenant.Http.Delete("/v1/contacts/a@example.org").Status(204);
        await tenant.Http.Delete("/v1/blacklist/eve@example.org").Status(204);
        await Standing(tenant, "active");
    }

    private static async Task Standing(TestTenant tenant, string expected) =>
        (await tenant.Http.Get("/v1/contacts/eve@example.org").Status(200)).Text("standing").ShouldBe(expected);

    private static async Task Used(HttpClient http, long used, long limit) =>
        (await http.Get("/v1/allowance").Status(200)).Json.GetProperty("active_contacts").GetRawText()
            .ShouldBe($$"""{"used":{{used}},"limit":{{limit}},"left":{{limit - used}}}""");

    private async Task<HttpClient> Limited(int contacts) => (await NewTenant(contacts)).Http;

    private async Task<TestTenant> NewTenant(int contacts)
    {
        await gateway.Operator.Put(
            "/v1/admin/plans/startup",
            $$"""
            {"price": 0, "log_retention_days": 1, "domains_max": 1, "users_max": 1, "roles": false,
             "blacklist_file": false, "messages_per_month": 10, "active_contacts_per_month": {{contacts}}}
            """).Status(200);
        return await gateway.NewTenant();
    }
}
