using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.SmtpAccounts;

[Collection(Gateway.Name)]
public sealed class OwnAccountTests(Gateway gateway)
{
    private const string Own = """
        {"id":"acc_own","kind":"own","name":"Our server","email":"box@shop.example",
         "server":{"host":"SMTP.shop.example","port":465,"user":"box","password":"very-secret-word"}}
        """;

    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task it_is_secure_and_authenticated_by_default_and_shows_no_password()
    {
        var http = (await gateway.NewTenant()).Http;
        var made = await http.Post("/v1/smtp-accounts", Own).Status(201);
        made.Body.ShouldNotContain("very-secret-word");
        made.Text("status").ShouldBe("unchecked");
        var server = made.Json.GetProperty("server");
        (server.GetProperty("host").GetString(), server.GetProperty("security").GetString(),
            server.GetProperty("authentication").GetBoolean(), server.GetProperty("verify_certificate").GetBoolean())
            .ShouldBe(("smtp.shop.example", "ssl", true, true));
        (await http.Get("/v1/smtp-accounts").Status(200)).Body.ShouldNotContain("very-secret-word");
        await http.Post("/v1/smtp-accounts", Own).Status(200);
        await http.Post("/v1/smtp-accounts", Own.Replace("Our server", "Other")).Problem(409, "already_exists");
    }

    [Theory]
    [InlineData("""{"host":"a.example","port":25,"security":"none","user":"a","password":"b"}""",
        "missing /server/allow_clear_password")]
    [InlineData("""{"host":"a.example","port":465}""", "missing /server/user")]
    [InlineData("""{"host":"a.example","port":465,"user":"a"}""", "missing /server/password")]
    [InlineData("""{"host":"a b","port":465,"user":"a","password":"b"}""", "invalid_host /server/host")]
    [InlineData("""{"host":"127.0.0.1","port":465,"user":"a","password":"b"}""", "not_allowed /server/host")]
    [InlineData("""{"host":"a.example","port":22,"user":"a","password":"b"}""", "not_allowed /server/port")]
    [InlineData("""{"host":"a.example","port":99999,"user":"a","password":"b"}""", "out_of_range /server/port")]
    [InlineData("""{"host":"a.example","port":465,"security":"tls","user":"a","password":"b"}""",
        "unknown_value /server/security")]
    [InlineData("""{"host":"a.example","port":465,"authentication":false,"user":"a"}""",
        "not_allowed /server/authentication")]
    [InlineData("""{"host":"a.example","port":465,"user":"a\r\nb","password":"b"}""",
        "control_character /server/user")]
    [InlineData("""{"host":"a.example","port":465,"user":"a","password":"b","extra":1}""",
        "unknown_field /server/extra")]
    [InlineData("7", "wrong_type /server", "missing /server")]
    public async Task what_cannot_be_or_is_not_safe_is_refused_where_it_stands(string server, params string[] places)
    {
        var http = (await gateway.NewTenant()).Http;
        var body = $$"""{"kind":"own","name":"A","email":"a@shop.example","server":{{server}}}""";
        (await http.Post("/v1/smtp-accounts", body).Problem(422, "invalid_field")).Places.ShouldBe(places);
    }

    [Theory]
    [InlineData("""{"host":"a.example","user":"a","password":"b"}""", 465)]
    [InlineData("""{"host":"a.example","security":"starttls","user":"a","password":"b"}""", 587)]
    [InlineData("""{"host":"a.example","security":"none","authentication":false}""", 587)]
    public async Task a_server_without_a_port_is_at_the_one_that_is_meant_for_its_security(string server, int port)
    {
        var made = await (await gateway.NewTenant()).Http.Post(
            "/v1/smtp-accounts",
            $$"""{"kind":"own","name":"A","email":"a@shop.example","server":{{server}}}""").Status(201);
        made.Json.GetProperty("server").GetProperty("port").GetInt32().ShouldBe(port);
    }

    [Theory]
    [InlineData("""{"host":"a.example","port":25,"security":"none","authentication":false}""")]
    [InlineData(
        """{"host":"a.example","port":25,"security":"none","user":"a","password":"b","allow_clear_password":true}""")]
    [InlineData(
        """{"host":"a.test","port":25,"security":"starttls","user":"a","password":"b","verify_certificate":false}""")]
    public async Task less_is_an_explicit_choice(string server) =>
        await (await gateway.NewTenant()).Http.Post(
            "/v1/smtp-accounts",
            $$"""{"kind":"own","name":"A","email":"a@shop.example","server":{{server}}}""").Status(201);

    [Fact]
    public async Task a_proxy_is_an_address_that_may_be_connected_to()
    {
        var http = (await gateway.NewTenant()).Http;
        var made = await http.Post("/v1/smtp-accounts", With("192.0.2.9")).Status(201);
        made.Json.GetProperty("proxy").GetProperty("address").GetString().ShouldBe("192.0.2.9");
        made.Body.ShouldNotContain("proxy-secret");
        (await http.Post("/v1/smtp-accounts", With("127.0.0.9")).Problem(422, "invalid_field")).Places
            .ShouldBe(["not_allowed /proxy/address"]);
        (await http.Post("/v1/smtp-accounts", With("proxy.example")).Problem(422, "invalid_field")).Places
            .ShouldBe(["invalid_address /proxy/address"]);

        static string With(string address) => Own.Replace("\"id\":\"acc_own\",", "", StringComparison.Ordinal)
            .TrimEnd()[..^1] + $$$"""
            ,"proxy":{"kind":"socks5","address":"{{{address}}}","port":1080,"user":"p","password":"proxy-secret"}}
            """;
    }

    [Fact]
    public async Task a_check_goes_to_a_verified_address_alone_and_opens_the_account()
    {
        var tenant = await gateway.NewTenant();
        var email = TestUser.NewAddress();
        var body = $$"""{"to":"{{email}}"}""";
        await tenant.Http.Post("/v1/smtp-accounts", Own).Status(201);
        (await tenant.Http.Post("/v1/smtp-accounts/acc_own/enable").Problem(409, "conflict")).Text("detail")
            .ShouldContain("check it first");
        await tenant.Http.Post("/v1/smtp-accounts/acc_own/disable").Status(200);
        await tenant.Http.Post("/v1/smtp-accounts/acc_own/enable").Problem(409, "conflict");
        (await tenant.Http.Post("/v1/smtp-accounts/acc_own/check", "{}").Problem(422, "invalid_field")).Places
            .ShouldBe(["missing /to"]);
        (await tenant.Http.Post("/v1/smtp-accounts/acc_own/check", body).Problem(422, "invalid_field")).Places
            .ShouldBe(["not_verified /to"]);
        await tenant.Http.Post("/v1/test-addresses", $$"""{"email":"{{email}}"}""").Status(201);
        await gateway.Stranger.Press(await gateway.LinkTo(email)).Status(200);

        var checking = await tenant.Http.Post("/v1/smtp-accounts/acc_own/check", body).Status(200);
        checking.Json.GetProperty("passed").GetBoolean().ShouldBeTrue();
        checking.Json.GetProperty("transcript")[0].GetString().ShouldBe("C: EHLO");
        (await tenant.Http.Get("/v1/smtp-accounts/acc_own").Status(200)).Text("status").ShouldBe("off");
        (await tenant.Http.Post("/v1/smtp-accounts/acc_own/enable").Status(200)).Text("status").ShouldBe("active");
        await tenant.Http.Post("/v1/smtp-accounts/acc_shop/check", body).Problem(409, "conflict");

        var broken = Own.Replace("acc_own", "acc_broken", StringComparison.Ordinal)
            .Replace("SMTP.shop", "broken", StringComparison.Ordinal);
        await tenant.Http.Post("/v1/smtp-accounts", broken).Status(201);
        var failed = await tenant.Http.Post("/v1/smtp-accounts/acc_broken/check", body).Status(200);
        (failed.Text("step"), failed.Text("answer")).ShouldBe(("login", "535 No"));
        failed.Json.GetProperty("transcript").GetArrayLength().ShouldBe(0);
        (await tenant.Http.Get("/v1/smtp-accounts/acc_broken").Status(200)).Text("status").ShouldBe("unchecked");
    }

    [Fact]
    public async Task a_changed_server_asks_for_its_password_again()
    {
        var http = (await gateway.NewTenant()).Http;
        await http.Post("/v1/smtp-accounts", Own).Status(201);
        var same = Own.Replace("\"id\":\"acc_own\",", "", StringComparison.Ordinal)
            .Replace(",\"password\":\"very-secret-word\"", "", StringComparison.Ordinal);
        await http.Put("/v1/smtp-accounts/acc_own", same).Status(200);
        (await http.Put(
            "/v1/smtp-accounts/acc_own", same.Replace("SMTP.shop", "evil", StringComparison.Ordinal))
            .Problem(422, "invalid_field")).Places.ShouldBe(["missing /server/password"]);
    }
}
