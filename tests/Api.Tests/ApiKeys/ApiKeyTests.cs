using System.Text.Json;
using Actors.Api.Tests.Harness;
using Actors.Grains.Credentials;

namespace Actors.Api.Tests.ApiKeys;

[Collection(Harness.Gateway.Name)]
public sealed class ApiKeyTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task an_admin_makes_lists_and_revokes_keys()
    {
        var tenant = await gateway.NewTenant();
        var made = await Make(tenant.Http, new { name = "shop", scopes = new[] { "messages.send" } }).Status(201);
        made.Header("Cache-Control").ShouldBe("no-store");
        var key = gateway.Client(made.Text("key"));
        await key.Send(Mails.Valid().ToJsonString()).Status(202);
        var listed = (await tenant.Http.Get("/v1/api-keys").Status(200));
        listed.Body.ShouldNotContain(made.Text("key"));
        var one = listed.Json.GetProperty("data").EnumerateArray()
            .Single(each => each.GetProperty("id").GetString() == made.Text("id"));
        one.GetProperty("scopes").EnumerateArray().Single().GetString().ShouldBe("messages.send");
        one.GetProperty("hint").GetString().ShouldBe(made.Text("key")[^4..]);
        one.GetProperty("last_used_on").GetString()
            .ShouldBe(gateway.Time.GetUtcNow().ToString("yyyy-MM-dd", null));
        await tenant.Http.Delete($"/v1/api-keys/{made.Text("id")}").Status(204);
        await key.Send(Mails.Valid().ToJsonString()).Problem(401, "unauthorized");
        await tenant.Http.Delete($"/v1/api-keys/{made.Text("id")}").Problem(404, "not_found");
    }

    [Fact]
    public async Task a_key_whose_revocation_a_crash_cut_short_opens_nothing_is_not_listed_and_can_be_revoked()
    {
        var tenant = await gateway.NewTenant();
        var made = await Make(tenant.Http, new { name = "shop" }).Status(201);

        var key = gateway.Grains.GetGrain<IApiKeyGrain>(Secret.Hash(made.Text("key")));
        await key.Revoke(); // and its tenant was not told

        (await tenant.Http.Get("/v1/api-keys").Status(200)).Body.ShouldNotContain(made.Text("id"));
        await tenant.Http.Delete($"/v1/api-keys/{made.Text("id")}").Status(204);
        await tenant.Http.Delete($"/v1/api-keys/{made.Text("id")}").Problem(404, "not_found");
    }

    [Theory]
    [InlineData("scopes")]
    [InlineData("smtp_accounts")]
    [InlineData("networks")]
    public async Task an_empty_list_does_not_open_everything(string list)
    {
        var tenant = await gateway.NewTenant();
        var refused = await tenant.Http.Post("/v1/api-keys", $$"""{"name":"key","{{list}}":[]}""")
            .Problem(422, "invalid_field");
        refused.Places.ShouldBe([$"empty /{list}"]);
    }

    [Fact]
    public async Task a_key_of_another_tenant_cannot_be_revoked()
    {
        var (owner, other) = (await gateway.NewTenant(), await gateway.NewTenant());
        await other.Http.Delete($"/v1/api-keys/{owner.KeyId}").Problem(404, "not_found");
        await owner.Http.Get("/v1/tenant").Status(200);
    }

    [Fact]
    public async Task a_key_for_networks_is_unknown_from_elsewhere()
    {
        var tenant = await gateway.NewTenant();
        var networks = new[] { "198.51.100.0/24", "2001:db8::/32" };
        var made = await Make(tenant.Http, new { name = "net", networks }).Status(201);
        await gateway.Client(made.Text("key")).Get("/v1/messages").Problem(401, "unauthorized");
        foreach (var (from, status) in new[]
        {
            ("198.51.100.7", 200), ("::ffff:198.51.100.7", 200), ("2001:db8::7", 200), ("198.51.101.7", 401),
            ("2001:db9::7", 401), ("198.51.100.7, 203.0.113.9", 401), ("nonsense", 401), ("", 401),
        })
        {
            using var client = gateway.Client(made.Text("key"));
            client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", from);
            (await client.Get("/v1/messages")).Status.ShouldBe(status, from);
        }
    }

    [Fact]
    public async Task a_key_ends_at_its_time()
    {
        await using var own = await TestGateway.Start();
        var tenant = await own.NewTenant();
        var ends = own.Time.GetUtcNow().AddHours(1);
        var made = await Make(tenant.Http, new { name = "short", expires_at = ends }).Status(201);
        var key = own.Client(made.Text("key"));
        await key.Get("/v1/messages").Status(200);
        own.Time.Advance(TimeSpan.FromHours(1));
        await key.Get("/v1/messages").Problem(401, "unauthorized");
    }

    [Fact]
    public async Task a_key_for_one_account_sends_through_it_and_sees_its_messages_alone()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Post($"/v1/admin/tenants/{tenant.Id}/smtp-accounts",
            """{"id":"acc_other","name":"Other","approved":true}""").Status(201);
        var made = await Make(tenant.Http, new { name = "one", smtp_accounts = new[] { "acc_shop" } }).Status(201);
        var key = gateway.Client(made.Text("key"));
        var own = await key.Send(Mails.Without("smtp_account")).Status(202); // the only one it has
        var foreign = await tenant.Http.Send(Mails.With("smtp_account", "acc_other")).Status(202);

        await key.Send(Mails.With("smtp_account", "acc_other")).Problem(422, "unknown_account");
        await key.Get($"/v1/messages/{own.Text("id")}").Status(200);
        var recipient = foreign.Json.GetProperty("recipients")[0].GetProperty("id").GetString()!;
        foreach (var id in new[] { foreign.Text("id"), recipient })
        {
            await key.Get($"/v1/messages/{id}").Problem(404, "not_found");
            await key.Get($"/v1/messages/{id}/events").Problem(404, "not_found");
            await key.Post($"/v1/messages/{id}/cancel").Problem(404, "not_found");
        }

        Count(await key.Get("/v1/messages").Status(200)).ShouldBe(1);
        await key.Get("/v1/messages?smtp_account=acc_other").Problem(400, "invalid_parameter");
        var events = await key.Get("/v1/events?limit=1000").Status(200);
        Count(events).ShouldBeGreaterThan(0);
        events.Body.ShouldNotContain(foreign.Text("id")[4..]);
        Count(await key.Get("/v1/smtp-accounts").Status(200)).ShouldBe(1);
        (await key.Get("/v1/tenant").Status(200)).Body.ShouldNotContain("acc_other");
        await key.Get("/v1/sandbox/messages").Problem(403, "not_allowed");
        await key.Get("/v1/users").Problem(403, "not_allowed");
    }

    [Fact]
    public async Task nobody_gives_more_than_they_have()
    {
        var tenant = await gateway.NewTenant();
        var manager = await Make(tenant.Http, new { name = "m", scopes = new[] { "users.manage", "messages.read" } })
            .Status(201);
        var client = gateway.Client(manager.Text("key"));
        await Make(client, new { name = "all" }).Problem(403, "not_allowed");
        await Make(client, new { name = "send", scopes = new[] { "messages.send" } }).Problem(403, "not_allowed");
        await Make(client, new { name = "read", scopes = new[] { "messages.read" } }).Status(201);
        await client.Post("/v1/users", """{"email":"a@example.org","role":"admin"}""").Problem(403, "not_allowed");

        var ending = await Make(tenant.Http, new { name = "e", networks = new[] { "198.18.0.0/16" } }).Status(201);
        await Make(gateway.Client(ending.Text("key")), new { name = "x", scopes = new[] { "messages.read" } })
            .Problem(403, "not_allowed");
    }

    [Theory]
    [InlineData("""{"name":"k","scopes":["everything"]}""")]
    [InlineData("""{"name":"k","scopes":"messages.send"}""")]
    [InlineData("""{"name":"k","scopes":[1]}""")]
    [InlineData("""{"name":"k","smtp_accounts":["acc_unknown"]}""")]
    [InlineData("""{"name":"k","smtp_accounts":["acc_shop"],"scopes":["users.manage"]}""")]
    [InlineData("""{"name":"k","networks":["192.0.2.1/33"]}""")]
    [InlineData("""{"name":"k","expires_at":"2020-01-01T00:00:00Z"}""")]
    [InlineData("""{"scopes":["messages.send"]}""")]
    public async Task a_key_that_cannot_be_is_refused(string body)
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/api-keys", body).Problem(422, "invalid_field");
    }

    private static Task<Answer> Make(HttpClient client, object key) =>
        client.Post("/v1/api-keys", JsonSerializer.Serialize(key));

    private static int Count(Answer page) => page.Json.GetProperty("data").GetArrayLength();
}
