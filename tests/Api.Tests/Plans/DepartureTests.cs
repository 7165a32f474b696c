using System.Text.Json;
using Actors.Api.Tests.Harness;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Actors.Grains.Departures;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Plans;

/// <summary>A tenant leaves, in virtual time, on a gateway of its own.</summary>
public sealed class DepartureTests : IAsyncLifetime
{
    private TestGateway gateway = null!; // made before each test

    public async Task InitializeAsync() => gateway = await TestGateway.Start();

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task notice_is_given_once_and_can_be_taken_back()
    {
        var tenant = await gateway.NewTenant();
        (await tenant.Http.Get("/v1/tenant/departure").Status(200)).Text("status").ShouldBe("staying");
        var left = await tenant.Http.Post("/v1/tenant/leave").Status(200);
        left.Text("status").ShouldBe("leaving");
        left.Json.GetProperty("ends_at").GetDateTimeOffset().ShouldBe(TurnOfMonth(2));
        (await tenant.Http.Post("/v1/tenant/leave").Status(200)).Body.ShouldBe(left.Body);
        (await gateway.Operator.Get($"/v1/admin/tenants/{tenant.Id}/departure").Status(200)).Body.ShouldBe(left.Body);
        (await tenant.Http.Post("/v1/tenant/stay").Status(200)).Text("status").ShouldBe("staying");
        await Wake(tenant.Id, TurnOfMonth(3));
        await tenant.Http.Get("/v1/tenant").Status(200);
    }

    [Fact]
    public async Task until_the_notice_ends_everything_works_and_then_the_tenant_is_closed_at_once()
    {
        var tenant = await gateway.NewTenant();
        var login = await gateway.Operator.Post(
            $"/v1/admin/tenants/{tenant.Id}/smtp-accounts/acc_shop/logins", """{"application":"shop"}""").Status(201);
        await tenant.Http.Post("/v1/tenant/leave").Status(200);
        var ends = TurnOfMonth(2);
        await Wake(tenant.Id, ends - TimeSpan.FromSeconds(1));
        await tenant.Http.Get("/v1/tenant").Status(200);

        await Wake(tenant.Id, ends);
        await tenant.Http.Get("/v1/tenant").Problem(401, "unauthorized");
        await gateway.Operator.Get($"/v1/admin/tenants/{tenant.Id}").Problem(404, "not_found");
        await gateway.Operator.Get($"/v1/admin/tenants/{tenant.Id}/export").Problem(404, "not_found");
        (await gateway.Grains.GetGrain<ISmtpLoginGrain>(login.Text("user_name"))
            .Authenticate(Secret.Hash(login.Text("password")))).ShouldBe(LoginAnswer.Wrong);
        (await gateway.Operator.Get($"/v1/admin/tenants/{tenant.Id}/departure").Status(200)).Text("status")
            .ShouldBe("erased");
    }

    [Fact]
    public async Task the_id_of_a_tenant_that_has_left_is_not_given_again()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/tenant/leave").Status(200);
        await Wake(tenant.Id, TurnOfMonth(2));
        await gateway.Operator.Post("/v1/admin/tenants", $$"""{"id":"{{tenant.Id}}","name":"Again"}""")
            .Problem(409, "already_exists");
        await gateway.Operator.Post($"/v1/admin/tenants/{tenant.Id}/stay").Problem(404, "not_found");
    }

    [Fact]
    public async Task mail_that_has_not_ended_is_withdrawn_and_erased_with_the_rest()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.To("later@held.test")).Status(202);
        await tenant.UntilEvent("message.held"); // live delivery is off
        await tenant.Http.Post("/v1/tenant/leave").Status(200);
        await Wake(tenant.Id, TurnOfMonth(2));
        (await gateway.Operator.Get("/v1/admin/held").Status(200)).Json.GetProperty("data").GetArrayLength()
            .ShouldBe(0);
        (await gateway.Grains.GetGrain<IDepartureGrain>(tenant.Id.Value).Get()).Phase.ShouldBe(DeparturePhase.Erased);
        var rows = gateway.Services.GetRequiredService<ITenantRows>();
        (await rows.Unfinished(tenant.Id, 1)).ShouldBeEmpty();
        (await rows.EraseSome(tenant.Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task nothing_has_left_before_the_platforms_zone_has_let_go_of_its_domains()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/domains", """{"domain":"gone.example"}""").Status(201);
        var domain = gateway.Grains.GetGrain<IDomainGrain>($"{tenant.Id}/gone.example");
        await tenant.Http.Post("/v1/tenant/leave").Status(200);
        await Wake(tenant.Id, TurnOfMonth(2)); // and the zone takes no update
        (await gateway.Grains.GetGrain<IDepartureGrain>(tenant.Id.Value).Get()).Phase.ShouldBe(DeparturePhase.Erasing);
        var order = gateway.Dns.Last.ShouldNotBeNull();
        order.Publish.ShouldNotBeNull().ShouldAllBe(set => set.Entries.IsEmpty);

        await domain.Report(new DomainReport(order.Ticket, [], Published: true, []));
        await Wake(tenant.Id, TurnOfMonth(2));

        (await gateway.Grains.GetGrain<IDepartureGrain>(tenant.Id.Value).Get()).Phase.ShouldBe(DeparturePhase.Erased);
    }

    [Fact]
    public async Task an_export_has_settings_and_events_and_no_secret()
    {
        var tenant = await gateway.NewTenant();
        var login = await gateway.Operator.Post(
            $"/v1/admin/tenants/{tenant.Id}/smtp-accounts/acc_shop/logins", """{"application":"shop"}""").Status(201);
        await tenant.Http.Put("/v1/customer", PlanRequests.Customer).Status(200);
        await tenant.Http.Send(Mails.To("ann@held.test")).Status(202);
        await tenant.UntilEvent("message.held");

        var export = await tenant.Http.Get("/v1/tenant/export").Status(200);
        export.MediaType.ShouldBe("application/x-ndjson");
        var lines = export.Body.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var types = lines.Select(line => line.GetProperty("type").GetString()).ToList();
        types[0].ShouldBe("tenant");
        types[^1].ShouldBe("end");
        types.ShouldContain("subscription");
        types.Count(type => type == "event").ShouldBeGreaterThan(1);
        export.Body.ShouldContain("Example Ltd");
        export.Body.ShouldContain(login.Text("user_name"));
        foreach (var secret in new[] { tenant.Key, login.Text("password") })
        {
            export.Body.ShouldNotContain(secret);
            export.Body.ShouldNotContain(Secret.Hash(secret));
        }

        (await gateway.Operator.Get($"/v1/admin/tenants/{tenant.Id}/export").Status(200)).Body.ShouldBe(export.Body);
    }

    [Fact]
    public async Task an_export_has_contacts_and_the_blacklist()
    {
        var tenant = await gateway.NewTenant();
        for (var i = 0; i < 3; i++)
            await tenant.Http.Post(
                "/v1/contacts", $$$"""{"email":"p{{{i}}}@example.org","details":{"city":"Oslo"}}""").Status(201);
        await tenant.Http.Post("/v1/blacklist", """{"domain":"example.net"}""").Status(201);
        await tenant.Http.Post("/v1/blacklist", """{"email":"p1@example.org"}""").Status(201);

        var lines = (await tenant.Http.Get("/v1/tenant/export").Status(200)).Body.TrimEnd('\n').Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement).ToLookup(
                line => line.GetProperty("type").GetString(), line => line.GetProperty("data"));
        lines["contact"].Select(contact => contact.GetProperty("email").GetString())
            .ShouldBe(["p0@example.org", "p1@example.org", "p2@example.org"], ignoreOrder: true);
        lines["contact"].ShouldAllBe(contact => contact.GetProperty("history").GetArrayLength() > 0);
        lines["contact"].Select(contact => contact.GetProperty("details").GetRawText()).Distinct()
            .ShouldBe(["""{"city":"Oslo"}"""]);
        lines["blacklist"].Select(entry => entry.GetProperty("id").GetString()).ShouldBe(
            [
                ContactHash.Of(DomainName.Parse("example.net")).ToId(),
                ContactHash.Of(EmailAddress.Parse("p1@example.org")).ToId(),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task an_export_has_sign_ups_that_wait_and_not_their_links()
    {
        var tenant = await gateway.NewTenant();
        foreach (var name in new[] { "ann", "bob" })
            await tenant.Http.Post("/v1/contacts/sign-ups", $$$"""
                {"email":"{{{name}}}@example.org","from":"Shop <news@shop.example>","smtp_account":"acc_shop",
                 "lists":["news"],"details":{"City":"Oslo"},"source":"https://shop.example/","consent":"Yes."}
                """).Status(202);
        var link = await gateway.LinkTo("ann@example.org", sender: tenant.Id);
        await gateway.Stranger.Press(await gateway.LinkTo("bob@example.org", sender: tenant.Id)).Status(200);

        var export = (await tenant.Http.Get("/v1/tenant/export").Status(200)).Body;

        var waiting = export.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("type").GetString() == "sign-up").ShouldHaveSingleItem()
            .GetProperty("data");
        waiting.GetProperty("email").GetString().ShouldBe("ann@example.org");
        waiting.GetProperty("standing").GetString().ShouldBe("open");
        waiting.GetProperty("lists").GetRawText().ShouldBe("""["news"]""");
        waiting.GetProperty("details").GetRawText().ShouldBe("""{"City":"Oslo"}""");
        waiting.GetProperty("consent").GetString().ShouldBe("Yes.");
        waiting.GetProperty("from").GetString().ShouldBe("\"Shop\" <news@shop.example>");
        waiting.GetProperty("smtp_account").GetString().ShouldBe("acc_shop");
        var token = link.Split('/')[^1];
        export.ShouldNotContain(token);
        export.ShouldNotContain(Secret.Hash(token));
        (await tenant.Http.Get("/v1/contacts/ann@example.org/sign-up").Status(200)).Text("status").ShouldBe("waiting");
    }

    private DateTimeOffset TurnOfMonth(int months)
    {
        var now = gateway.Time.GetUtcNow();
        return new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(months);
    }

    /// <summary>As the clock wakes it at that moment.</summary>
    private async Task Wake(TenantId tenant, DateTimeOffset at)
    {
        gateway.Time.Advance(at - gateway.Time.GetUtcNow());
        await gateway.Grains.GetGrain<IDepartureGrain>(tenant.Value).Wake();
    }
}
