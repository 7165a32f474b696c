using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;
using Actors.Api.Tests.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Senders;

/// <summary>Addresses of own accounts' logins, and what names and uses senders have.</summary>
[Collection(Gateway.Name)]
public sealed class LoginSenderTests(Gateway gateway)
{
    private const string Own = """
        {"id":"acc_own","kind":"own","name":"Mailbox","email":"BOX@gmail.com",
         "server":{"host":"smtp.shop.example","port":465,"user":"USER","password":"secret-word"}}
        """;

    private readonly TestGateway gateway = gateway.Running;

    [Theory]
    [InlineData("anna{0}@seznam.cz", "anna{0}@seznam.cz")]
    [InlineData("anna{0}@gmail.com", "anna{0}")]
    public async Task a_free_mail_address_of_an_own_accounts_login_is_confirmed_and_goes_by_that_account_alone(
        string address, string user)
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        (address, user) = (Of(tenant, address), Of(tenant, user));
        await WithOwn(tenant, address, user);
        await Register(tenant, address, null).Problem(403, "domain_not_verified");

        var made = await Register(tenant, address).Status(201);

        (made.Text("status"), made.Text("smtp_account")).ShouldBe(("pending", "acc_own"));
        await Send(tenant, "acc_own", address).Problem(403, "sender_not_verified");
        await gateway.Stranger.Press((await SenderMails.LinksTo(gateway, address))[0]).Status(200);
        await Send(tenant, "acc_own", address).Status(202);
        (await Send(tenant, "acc_shop", address).Problem(403, "sender_not_verified")).Text("detail")
            .ShouldContain("acc_own alone");
        await Register(tenant, address).Status(200);
        (await SenderMails.LinksTo(gateway, address)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task an_address_that_is_not_the_login_is_refused_whoever_asks()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        await WithOwn(tenant, "anna@seznam.cz", "anna@seznam.cz");
        (await Register(tenant, "ben@seznam.cz").Problem(422, "invalid_field")).Places
            .ShouldBe(["not_its_login /smtp_account"]);
        (await Register(tenant, "anna@seznam.cz", "acc_shop").Problem(422, "invalid_field")).Places
            .ShouldBe(["not_its_login /smtp_account"]);
        (await Register(tenant, "anna@seznam.cz", "acc_none").Problem(422, "invalid_field")).Places
            .ShouldBe(["unknown_account /smtp_account"]);
        (await Register(tenant, "anna@seznam.cz", "own").Problem(422, "invalid_field")).Places
            .ShouldBe(["invalid_id /smtp_account"]);
    }

    [Fact]
    public async Task another_login_of_the_account_ends_what_its_address_was_good_for()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        var address = Of(tenant, "petr{0}@seznam.cz");
        await WithOwn(tenant, address, address);
        await Register(tenant, address).Status(201);
        await gateway.Stranger.Press((await SenderMails.LinksTo(gateway, address))[0]).Status(200);
        await tenant.Http.Put("/v1/smtp-accounts/acc_own", Body("box@shop.example", "box@shop.example")).Status(200);
        await Send(tenant, "acc_own", address).Problem(403, "sender_not_verified");

        await tenant.Http.Delete("/v1/smtp-accounts/acc_own").Status(204);
        await tenant.Http.Post("/v1/smtp-accounts", """{"id":"acc_own","name":"A","email":"a@shop.example"}""")
            .Status(201);
        await gateway.Operator.Post($"/v1/admin/tenants/{tenant.Id}/smtp-accounts/acc_own/approve").Status(204);
        await Send(tenant, "acc_own", address).Problem(403, "sender_not_verified"); // by the platform's servers
    }

    [Fact]
    public async Task a_sender_that_an_account_sends_from_by_itself_is_not_deleted()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        var id = (await Register(tenant, "news@shop.example", null).Status(201)).Text("id");
        await tenant.Http.Post("/v1/smtp-accounts", """
            {"id":"acc_a","name":"A","email":"a@shop.example",
             "override_from":{"email_detail":"m","fallback":{"email":"News@shop.example"}}}
            """).Status(201);
        (await tenant.Http.Delete($"/v1/senders/{id}").Problem(409, "in_use")).Text("detail")
            .ShouldBe("news@shop.example is the fallback for From of the SMTP account acc_a: change that first.");
        await tenant.Http.Put("/v1/smtp-accounts/acc_a", """{"name":"A","email":"news@shop.example"}""").Status(200);
        (await tenant.Http.Delete($"/v1/senders/{id}").Problem(409, "in_use")).Text("detail")
            .ShouldContain("is the address of the SMTP account acc_a");
        await tenant.Http.Delete("/v1/smtp-accounts/acc_a").Status(204);
        await tenant.Http.Delete($"/v1/senders/{id}").Status(204);
    }

    [Fact]
    public async Task a_senders_name_stands_in_from_where_neither_the_send_nor_its_account_has_one()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        (await From(tenant, "acc_shop", "orders@shop.example")).ShouldBe("orders@shop.example");
        var id = (await Register(tenant, "orders@shop.example", null, "Objednávky").Status(201)).Text("id");
        (await From(tenant, "acc_shop", "Orders@shop.example")).ShouldBe("Objednávky <Orders@shop.example>");
        (await From(tenant, "acc_shop", "Shop <orders@shop.example>")).ShouldBe("Shop <orders@shop.example>");
        await tenant.Http.Ask(HttpMethod.Patch, $"/v1/senders/{id}", """{"name":"Orders"}""").Status(200);
        (await From(tenant, "acc_shop", "orders@shop.example")).ShouldBe("Orders <orders@shop.example>");

        await tenant.Http.Post("/v1/smtp-accounts", """
            {"id":"acc_b","name":"B","email":"b@shop.example","display_name":"The shop"}
            """).Status(201);
        await gateway.Operator.Post($"/v1/admin/tenants/{tenant.Id}/smtp-accounts/acc_b/approve").Status(204);
        (await From(tenant, "acc_b", "orders@shop.example")).ShouldBe("The shop <orders@shop.example>");
    }

    [Theory]
    [InlineData("/v1/senders", """{"email":"a@shop.example","name":"\u202Egro.elpmaxe"}""", "/name")]
    [InlineData("/v1/senders", """{"email":"a@shop.example","name":"a\u2066b"}""", "/name")]
    [InlineData("/v1/senders", """{"email":"\u202Ea@shop.example"}""", "/email")]
    [InlineData("/v1/smtp-accounts", """{"name":"\u202Ea","email":"a@shop.example"}""", "/name")]
    [InlineData("/v1/smtp-accounts", """{"name":"a","display_name":"\u202Da","email":"a@shop.example"}""",
        "/display_name")]
    [InlineData("/v1/smtp-accounts/acc_shop/logins", """{"application":"\u202Ea"}""", "/application")]
    public async Task names_that_read_other_than_they_are_written_are_refused(string path, string body, string place) =>
        (await (await gateway.NewTenant()).Http.Post(path, body).Problem(422, "invalid_field")).Places
            .ShouldHaveSingleItem().ShouldEndWith(place);

    /// <summary>The From of a message as it is stored.</summary>
    private async Task<string> From(TestTenant tenant, string account, string from)
    {
        var sent = await Send(tenant, account, from).Status(202);
        var content = await gateway.Services.GetRequiredService<IContentReader>()
            .Read(tenant.Id, CommandTests.KeyOf(tenant, sent).Message.Submission);
        return content.ShouldNotBeNull().Source.ShouldBeOfType<MailSource.Parts>().Mail.From is { } mailbox
            && mailbox.DisplayName is { } name ? $"{name} <{mailbox.Address}>" : EmailAddress.Parse(from).ToString();
    }

    private async Task WithOwn(TestTenant tenant, string address, string user)
    {
        await tenant.Http.Post("/v1/smtp-accounts", Body(address, user)[..^1] + ",\"id\":\"acc_own\"}").Status(201);
        var email = TestUser.NewAddress();
        await tenant.Http.Post("/v1/test-addresses", $$"""{"email":"{{email}}"}""").Status(201);
        await gateway.Stranger.Press(await gateway.LinkTo(email)).Status(200);
        await tenant.Http.Post("/v1/smtp-accounts/acc_own/check", $$"""{"to":"{{email}}"}""").Status(200);
    }

    private static string Body(string address, string user) => Own
        .Replace("\"id\":\"acc_own\",", "", StringComparison.Ordinal)
        .Replace("BOX@gmail.com", address, StringComparison.Ordinal)
        .Replace("USER", user, StringComparison.Ordinal);

    private static Task<Answer> Send(TestTenant tenant, string account, string from)
    {
        var mail = Mails.Valid();
        mail["smtp_account"] = account;
        mail["from"] = from;
        return tenant.Http.Send(mail.ToJsonString());
    }

    private static Task<Answer> Register(
        TestTenant tenant, string email, string? account = "acc_own", string? name = null)
    {
        var body = new JsonObject { ["email"] = email };
        if (account is not null)
            body["smtp_account"] = account;
        if (name is not null)
            body["name"] = name;
        return tenant.Http.Post("/v1/senders", body.ToJsonString());
    }

    /// <summary>An address that no other test writes to.</summary>
    private static string Of(TestTenant tenant, string text) =>
        text.Replace("{0}", tenant.Id.Value.Replace("tenant-", "", StringComparison.Ordinal), StringComparison.Ordinal);
}
