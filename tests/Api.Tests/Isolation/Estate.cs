using Actors.Api.Tests.Harness;
using Actors.Api.Tests.Imports;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Isolation;

/// <summary>A tenant with one of everything that an id in a path can name.</summary>
/// <remarks>A new endpoint with an id needs a line in <see cref="MakeAll"/>, or a place among
/// <see cref="SharedPlaces"/> where what it names is the same for all tenants.</remarks>
internal sealed class Estate
{
    private readonly TestGateway gateway;
    private readonly Dictionary<string, List<string>> ids = new(StringComparer.Ordinal);

    private Estate(TestGateway gateway, TestTenant tenant) => (this.gateway, Tenant) = (gateway, tenant);

    public TestTenant Tenant { get; }

    public TestUser User { get; private set; } = null!; // made with everything else

    /// <summary>What is no tenant's own, with one that exists.</summary>
    public static IReadOnlyDictionary<string, string> SharedPlaces { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/v1/plan/add-ons/{add_on}"] = "dedicated_ip",
            ["/v1/ledger/{cycle}"] = "2030-01",
            ["/v1/billing/{month}"] = "2030-01",
            ["/v1/admin/tenants/{tenant}/billing/{month}"] = "2030-01",
            ["/v1/standard-emails/{kind}"] = "welcome",
            ["/v1/standard-emails/{kind}/versions/{version}"] = "1",
            ["/v1/templates/{template}/versions/{version}"] = "1",
            ["/v1/admin/add-ons/{add_on}"] = "dedicated_ip",
            ["/v1/admin/plans/{plan}"] = "pro",
            ["/v1/admin/users/{user}"] = "usr_of-the-operator",
            ["/v1/admin/routes/{domain}"] = "partner.example",
            ["/v1/admin/tenants/{tenant}/add-ons/{add_on}"] = "dedicated_ip",
            ["/v1/admin/tenants/{tenant}/ledger/{cycle}"] = "2030-01",
        };

    public static async Task<Estate> Make(TestGateway gateway)
    {
        var estate = new Estate(gateway, await gateway.NewTenant());
        await estate.MakeAll();
        return estate;
    }

    /// <summary>What the tenant has at a place; empty where nothing is known of the place.</summary>
    public IReadOnlyList<string> At(string place) =>
        SharedPlaces.TryGetValue(place, out var shared) ? [shared]
        : place == "/v1/admin/tenants/{tenant}" ? [Tenant.Id.Value]
        : ids.TryGetValue(place, out var own) ? own
        : [];

    private async Task MakeAll()
    {
        var sent = await Tenant.Http.Send(Mails.Valid().ToJsonString()).Status(202);
        Add("/v1/messages/{id}", sent.Text("id"));
        Add("/v1/messages/{id}", sent.Json.GetProperty("recipients")[0].GetProperty("id").GetString()!);
        var received = await Receive();
        Add("/v1/sandbox/messages/{id}", received);
        Add("/v1/admin/sandbox/messages/{id}", received); // those of tenants are not the operator's
        Add("/v1/plan/requests/{request}", await PlanRequests.Ask(Tenant));
        var template = await Tenant.Http.Post(
            "/v1/templates", """{"name":"Own","subject":"Hello","text":"Hello","publish":true}""").Status(201);
        Add("/v1/templates/{template}", template.Text("id"));
        await MakeContacts();
        await MakeAccess();
        await MakeDomain();
        var sender = $$"""{"email":"{{Tenant.Id.Value}}@shop.example"}""";
        Add("/v1/senders/{sender}", (await Tenant.Http.Post("/v1/senders", sender).Status(201)).Text("id"));
        await MakeForOperator();
        Add("/v1/smtp-accounts/{account}", ids["/v1/admin/tenants/{tenant}/smtp-accounts/{account}"][0]);
        Add(
            "/v1/smtp-accounts/{account}/logins/{user}",
            ids["/v1/admin/tenants/{tenant}/smtp-accounts/{account}/logins/{user}"][0]);
    }

    private async Task MakeContacts()
    {
        var address = $"reader-of-{Tenant.Id.Value}@example.org";
        var contact = await Tenant.Http.Post("/v1/contacts", $$"""{"email":"{{address}}"}""").Status(201);
        Add("/v1/contacts/{contact}", contact.Text("id"));
        Add("/v1/contacts/{contact}", address);
        await Tenant.Http.Post("/v1/contacts/sign-ups", $$"""
            {"email":"{{address}}","from":"news@shop.example","smtp_account":"acc_shop","lists":["news"]}
            """).Status(202);
        var entry = await Tenant.Http.Post("/v1/blacklist", $$"""{"email":"{{address}}"}""").Status(201);
        Add("/v1/blacklist/{entry}", entry.Text("id"));
        Add("/v1/blacklist/{entry}", address);
        var form = await Tenant.Http.Post(
            "/v1/forms", """{"name":"News","from":"news@shop.example","smtp_account":"acc_shop"}""").Status(201);
        Add("/v1/forms/{form}", form.Text("id"));
        var import = await Tenant.Http.Upload("/v1/contacts/imports?complete=false", "email\n").Status(202);
        Add("/v1/contacts/imports/{import}", import.Text("id"));
        var domain = $"blocked-by-{Tenant.Id.Value}.example";
        await Tenant.Http.Post("/v1/blacklist", $$"""{"domain":"{{domain}}"}""").Status(201);
        Add("/v1/blacklist/{entry}", domain);
    }

    private async Task MakeAccess()
    {
        User = await TestUser.Join(gateway, Tenant);
        var session = (await User.Browser.Get("/v1/sessions").Status(200)).Json.GetProperty("data")[0];
        Add("/v1/sessions/{session}", session.GetProperty("id").GetString()!);
        Add("/v1/users/{user}", User.Id);
        Add("/v1/api-keys/{key}", Tenant.KeyId);
        var address = TestUser.NewAddress();
        await Tenant.Http.Post("/v1/test-addresses", $$"""{"email":"{{address}}"}""").Status(201);
        Add("/v1/test-addresses/{address}", address);
    }

    private async Task MakeDomain()
    {
        var domain = $"{Tenant.Id.Value}.example";
        await Tenant.Http.Post("/v1/domains", $$"""{"domain":"{{domain}}"}""").Status(201);
        var link = await Tenant.Http.Post($"/v1/domains/{domain}/share-links", "{}").Status(201);
        Add("/v1/domains/{domain}", domain);
        Add("/v1/domains/{domain}/share-links/{link}", link.Text("id"));
    }

    /// <summary>What only the operator makes, or names in paths of its own.</summary>
    private async Task MakeForOperator()
    {
        const string Tenants = "/v1/admin/tenants/{tenant}";
        var own = $"/v1/admin/tenants/{Tenant.Id.Value}";
        var account = $"acc_of-{Tenant.Id.Value}";
        await gateway.Operator.Post($"{own}/smtp-accounts", $$"""{"id":"{{account}}","name":"Own"}""").Status(201);
        Add($"{Tenants}/smtp-accounts/{{account}}", account);
        var login = await gateway.Operator.Post(
            $"{own}/smtp-accounts/{account}/logins", """{"application":"shop"}""").Status(201);
        Add($"{Tenants}/smtp-accounts/{{account}}/logins/{{user}}", login.Text("user_name"));
        Add($"{Tenants}/api-keys/{{key}}", Tenant.KeyId);
        Add($"{Tenants}/users/{{user}}", User.Id);
        Add($"{Tenants}/senders/{{sender}}", $"{Tenant.Id.Value}.example");
        Add($"{Tenants}/plan/requests/{{request}}", ids["/v1/plan/requests/{request}"][0]);
    }

    private void Add(string place, string id)
    {
        if (!ids.TryGetValue(place, out var known))
            ids.Add(place, known = []);
        known.Add(id);
    }

    private async Task<string> Receive()
    {
        var chance = new byte[10];
        gateway.Services.GetRequiredService<IIdSource>().Fill(chance);
        var id = SortableId.Create(gateway.Time.GetUtcNow(), chance);
        var mail = new SandboxMail(id, gateway.Time.GetUtcNow(), "a@b.example", "c@sandbox.test", "Hello", 4, null);
        await gateway.Services.GetRequiredService<ISandboxStore>().Add(Tenant.Id, mail, "mail"u8.ToArray());
        return id;
    }
}
