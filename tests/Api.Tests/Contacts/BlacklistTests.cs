using System.Text.Json;
using Actors.Api.Tests.Harness;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;

namespace Actors.Api.Tests.Contacts;

/// <summary>Each test has a gateway of its own: time passes.</summary>
public sealed class BlacklistTests : IAsyncLifetime
{
    private TestGateway gateway = null!; // made before each test
    private TestTenant tenant = null!;

    private HttpClient Http => tenant.Http;

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        tenant = await gateway.NewTenant();
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task addresses_and_domains_are_added_found_and_removed()
    {
        var added = await Http.Post(
            "/v1/blacklist", """{"email":"Ann@example.org","note":"asked by phone"}""").Status(201);
        added.Header("Location").ShouldBe($"/v1/blacklist/{added.Text("id")}");
        await Http.Post("/v1/blacklist", """{"domain":"Bücher.example"}""").Status(201);
        (await Reasons("ann@example.org")).ShouldBe(["manual"]);
        (await Http.Get("/v1/blacklist/xn--bcher-kva.example").Status(200)).Text("domain")
            .ShouldBe("xn--bcher-kva.example");
        (await Listed("")).Count.ShouldBe(2);
        (await Listed("search=xn--")).ShouldBe(["xn--bcher-kva.example"]);
        (await Listed("reason=manual&search=ANN")).ShouldBe(["Ann@example.org"]);
        (await Listed("reason=complaint")).ShouldBeEmpty();
        (await Http.Get("/v1/contacts").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);

        await Http.Delete("/v1/blacklist/bücher.example").Status(204);
        await Http.Delete("/v1/blacklist/bücher.example").Problem(404, "not_found");
        await Http.Delete($"/v1/blacklist/{added.Text("id")}?reason=manual").Status(204);
        (await Listed("")).ShouldBeEmpty();
    }

    [Fact]
    public async Task an_entry_ends_with_its_time()
    {
        await Http.Post(
            "/v1/blacklist", """{"email":"ann@example.org","expires_at":"2030-01-02T00:00:00Z"}""").Status(201);
        (await Listed("")).ShouldBe(["ann@example.org"]);
        gateway.Time.Advance(TimeSpan.FromDays(1));
        (await Listed("")).ShouldBeEmpty();
        await Http.Get("/v1/blacklist/ann@example.org").Problem(404, "not_found");
    }

    [Fact]
    public async Task what_messages_have_caused_is_shown_with_them_and_a_complaint_stays()
    {
        var message = new MessageId(SubmissionId.Create(gateway.Time.GetUtcNow(), new byte[10]), 0);
        await Tell(new ContactCause.Failed(new Verdict("invalid_recipient", true, "recipient", "x"))
        {
            Message = message, At = gateway.Time.GetUtcNow(), Address = EmailAddress.Parse("ann@example.org"),
        });
        await Tell(new ContactCause.Complained
        {
            Message = message, At = gateway.Time.GetUtcNow(), Address = EmailAddress.Parse("ann@example.org"),
        });
        (await Reasons("ann@example.org")).ShouldBe(["hard_bounce", "complaint"]);
        var entry = (await Http.Get("/v1/blacklist?reason=hard_bounce").Status(200)).Json.GetProperty("data")[0];
        entry.GetProperty("entries")[0].GetProperty("message").GetString().ShouldBe(message.ToString());

        await Http.Delete("/v1/blacklist/ann@example.org").Status(204);
        (await Reasons("ann@example.org")).ShouldBe(["complaint"]);
        (await Http.Delete("/v1/blacklist/ann@example.org").Problem(409, "conflict")).Text("detail")
            .ShouldContain("complained");
    }

    [Fact]
    public async Task many_are_imported_or_none()
    {
        (await Http.Post("/v1/blacklist/import", """
            {"entries":[{"email":"a@example.org"},{"email":"nobody"},{"domain":"b.example","email":"b@b.example"},{}]}
            """).Problem(422, "invalid_field")).Places.ShouldBe(
            ["address_syntax /entries/1/email", "one_of /entries/2/email", "one_of /entries/3/email"]);
        (await Listed("")).ShouldBeEmpty();
        await Http.Post("/v1/blacklist/import", """{"entries":[]}""").Problem(422, "invalid_field");

        var entries = string.Join(',', Enumerable.Range(0, 300).Select(i => $$"""{"email":"a{{i}}@example.org"}"""));
        for (var again = 0; again < 2; again++)
            (await Http.Post("/v1/blacklist/import", $$"""{"entries":[{{entries}}]}""").Status(200))
                .Json.GetProperty("imported").GetInt32().ShouldBe(300);
        (await Listed("limit=100")).Count.ShouldBe(300);
    }

    [Fact]
    public async Task the_file_is_for_the_plans_that_have_it()
    {
        await Http.Post("/v1/blacklist", """{"domain":"example.org","note":"a \"b\", c"}""").Status(201);
        await Http.Post("/v1/blacklist", """{"email":"=1@example.org"}""").Status(201);
        (await Http.Get("/v1/blacklist?format=csv").Problem(403, "plan_limit")).Text("detail")
            .ShouldContain("essential");

        await gateway.Operator.Put(
            $"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"essential"}""").Status(200);
        var file = await Http.Get("/v1/blacklist?format=csv").Status(200);
        file.MediaType.ShouldBe("text/csv");
        file.Body.Split("\r\n").Order(StringComparer.Ordinal).ShouldBe([
            "",
            "\"'=1@example.org\",,\"manual\",\"2030-01-01T12:00:00Z\",,,",
            ",\"example.org\",\"manual\",\"2030-01-01T12:00:00Z\",,,\"a \"\"b\"\", c\"",
            "email,domain,reason,since,message,expires_at,note",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("csv", ImportFormat.Csv)]
    [InlineData("jsonl", ImportFormat.JsonLines)]
    public async Task a_file_of_it_can_be_imported_as_it_is(string name, ImportFormat format)
    {
        await Http.Post("/v1/blacklist", """{"domain":"example.org","note":"a \"b\", c"}""").Status(201);
        await Http.Post(
            "/v1/blacklist", """{"email":"=1@example.org","expires_at":"2031-01-01T00:00:00Z"}""").Status(201);
        await gateway.Operator.Put(
            $"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"essential"}""").Status(200);
        var file = await Http.Get($"/v1/blacklist?format={name}").Status(200);
        ImportedFile.Blacklist(file.Body, format).ShouldBe(
            [
                new ContactCommand.Block(null, DomainName.Parse("example.org"), "a \"b\", c", null),
                new ContactCommand.Block(
                    EmailAddress.Parse("=1@example.org"), null, null, new DateTimeOffset(2031, 1, 1, 0, 0, 0, default)),
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{"email":"a@b.example","expires_at":"2029-12-31T00:00:00Z"}""", "in_the_past /expires_at")]
    [InlineData("""{"domain":"1.2.3.4"}""", "domain_syntax /domain")]
    [InlineData("""{"email":"a@b.example","note":"x\ny"}""", "control_character /note")]
    public async Task what_cannot_be_is_refused_with_its_place(string body, string place) =>
        (await Http.Post("/v1/blacklist", body).Problem(422, "invalid_field")).Places.ShouldBe([place]);

    private Task Tell(ContactCause cause) =>
        gateway.Grains.Contact(ContactKey.Of(tenant.Id, cause.Address!)).Apply(cause);

    private async Task<IEnumerable<string>> Reasons(string address) =>
        (await Http.Get($"/v1/blacklist/{address}").Status(200)).Json.GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("reason").GetString()!);

    private async Task<IReadOnlyList<string>> Listed(string query)
    {
        var found = new List<string>();
        for (string? after = null; ;)
        {
            var page = await Http.Get($"/v1/blacklist?{query}{(after is null ? "" : $"&after={after}")}").Status(200);
            found.AddRange(page.Json.GetProperty("data").EnumerateArray().Select(Name));
            if (!page.Json.GetProperty("has_more").GetBoolean())
                return found;
            after = page.Text("next");
        }
    }

    private static string Name(JsonElement one) =>
        (one.TryGetProperty("email", out var name) ? name : one.GetProperty("domain")).GetString()!;
}
