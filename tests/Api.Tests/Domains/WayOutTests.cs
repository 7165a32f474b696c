using System.Text;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Domains;

/// <summary>How mail leaves, over HTTP.</summary>
[Collection(Gateway.Name)]
public sealed class WayOutTests(Gateway gateway)
{
    private const string OwnAccount = """
        {"id":"acc_own","kind":"own","name":"Our server","email":"box@own.example",
         "server":{"host":"smtp.own.example","port":465,"user":"box@own.example","password":"very-secret-word"}}
        """;

    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_tenants_way_is_shown_and_set_by_who_has_seen_the_last_one()
    {
        var tenant = await gateway.NewTenant();
        var first = await tenant.Http.Get("/v1/way-out").Status(200);
        (first.Text("way_out"), first.Text("address")).ShouldBe(("platform", $"{tenant.Id}@mail.example.net"));

        (await Put("""{"way_out":"hosted"}""", first.Header("ETag")!).Status(200)).Text("way_out").ShouldBe("hosted");

        await Put("""{"way_out":"platform"}""", first.Header("ETag")!).Problem(412, "precondition_failed");
        await tenant.Http.Put("/v1/way-out", """{"way_out":"white_label"}""").Problem(409, "conflict");

        async Task<Answer> Put(string body, string etag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/way-out")
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation("If-Match", etag);
            return await tenant.Http.Ask(request);
        }
    }

    [Theory]
    [InlineData("{}", "missing /way_out")]
    [InlineData("""{"way_out":"automatic"}""", "unknown_value /way_out")]
    [InlineData("""{"way_out":"own"}""", "missing /smtp_account")]
    [InlineData("""{"way_out":"own","smtp_account":"acc_shop"}""", "unknown_account /smtp_account")]
    [InlineData("""{"way_out":"own","smtp_account":"shop"}""", "unknown_account /smtp_account")]
    [InlineData("""{"way_out":"hosted","smtp_account":"acc_shop"}""", "not_allowed /smtp_account")]
    public async Task what_is_no_way_is_refused_where_it_stands(string body, string place)
    {
        var tenant = await gateway.NewTenant();

        (await tenant.Http.Put("/v1/way-out", body).Problem(422, "invalid_field")).Places.ShouldBe([place]);
    }

    [Fact]
    public async Task mail_of_nobodys_domain_goes_out_from_the_tenants_address_and_shows_it()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Mails.With("from", "Ann <ann@club.example>")).Status(202);

        (await tenant.Http.Get($"/v1/messages/{sent.Text("id")}").Status(200)).Text("from")
            .ShouldBe($"{tenant.Id}@mail.example.net");
    }

    [Fact]
    public async Task a_domain_of_an_own_server_is_verified_for_that_account_when_its_check_passes()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/domains", """{"domain":"own.example"}""").Status(201);
        (await Patch("""{"way_out":"own","smtp_account":"acc_own"}""").Problem(422, "invalid_field")).Places
            .ShouldBe(["unknown_account /smtp_account"]);
        await tenant.Http.Post("/v1/smtp-accounts", OwnAccount).Status(201);
        var changed = await Patch("""{"way_out":"own","smtp_account":"acc_own"}""").Status(200);
        changed.Text("smtp_account").ShouldBe("acc_own");
        changed.Json.TryGetProperty("verified_for", out _).ShouldBeFalse();
        await tenant.Http.Put("/v1/domains/own.example/senders-policy", """{"any_address":true}""").Status(200);
        await Send("acc_own", "ann@own.example").Problem(403, "account_not_approved"); // nothing has passed yet

        var email = TestUser.NewAddress();
        await tenant.Http.Post("/v1/test-addresses", $$"""{"email":"{{email}}"}""").Status(201);
        await gateway.Stranger.Press(await gateway.LinkTo(email)).Status(200);
        await tenant.Http.Post("/v1/smtp-accounts/acc_own/check", $$"""{"to":"{{email}}"}""").Status(200);

        var verified = await tenant.Http.Get("/v1/domains/own.example").Status(200);
        (verified.Text("verified_for"), verified.Text("status")).ShouldBe(("acc_own", "pending"));
        await Send("acc_own", "ann@own.example").Status(202);
        (await Send("acc_shop", "ann@own.example").Problem(403, "sender_not_verified")).Text("detail")
            .ShouldContain("acc_own");
        (await tenant.Http.Delete("/v1/smtp-accounts/acc_own?queued=drop").Problem(409, "in_use")).Text("detail")
            .ShouldBe("Mail of 1 domain leaves by this account: choose another way first.");
        await Patch("""{"way_out":"automatic"}""").Status(200);
        await Send("acc_own", "ann@own.example").Problem(403, "sender_not_verified");

        Task<Answer> Patch(string body) => tenant.Http.Ask(HttpMethod.Patch, "/v1/domains/own.example", body);

        Task<Answer> Send(string account, string from)
        {
            var mail = Mails.Valid();
            (mail["smtp_account"], mail["from"]) = (account, from);
            return tenant.Http.Send(mail.ToJsonString());
        }
    }
}
