using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Sessions;

[Collection(Harness.Gateway.Name)]
public sealed class SessionTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Theory]
    [InlineData("https://mail.example.org", false, 204)]
    [InlineData(null, true, 204)]
    [InlineData(null, false, 403)]
    [InlineData("https://evil.example", false, 403)]
    [InlineData("https://evil.example", true, 403)]
    [InlineData("null", true, 403)]
    [InlineData("https://mail.example.org.evil.example", false, 403)]
    public async Task what_changes_something_has_to_come_from_the_own_site(string? origin, bool header, int status)
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        var client = user.From(gateway, origin, header);
        await client.Get("/v1/session").Status(200);
        await client.Delete("/v1/session").Status(status);
    }

    [Fact]
    public async Task a_session_that_is_logged_out_fails_with_the_next_request()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        await user.Browser.Delete("/v1/session").Status(204);
        await user.Browser.Get("/v1/session").Problem(401, "unauthorized");
    }

    [Fact]
    public async Task sessions_are_listed_and_ended_one_by_one()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        var other = await TestUser.Open(gateway, user.Email, user.Password);
        var list = (await user.Browser.Get("/v1/sessions").Status(200)).Json.GetProperty("data");
        list.GetArrayLength().ShouldBe(2);
        var foreign = list.EnumerateArray().Single(each => !each.GetProperty("current").GetBoolean());
        await user.Browser.Delete($"/v1/sessions/{foreign.GetProperty("id").GetString()}").Status(204);
        await other.Get("/v1/session").Problem(401, "unauthorized");
        await user.Browser.Get("/v1/session").Status(200);
        await user.Browser.Delete("/v1/sessions/ses_x").Problem(404, "not_found");
    }

    [Fact]
    public async Task another_users_session_cannot_be_ended()
    {
        var tenant = await gateway.NewTenant();
        var one = await TestUser.Join(gateway, tenant);
        var two = await TestUser.Join(gateway, await gateway.NewTenant());
        var session = (await one.Browser.Get("/v1/sessions").Status(200)).Json.GetProperty("data")[0];
        await two.Browser.Delete($"/v1/sessions/{session.GetProperty("id").GetString()}").Problem(404, "not_found");
        await one.Browser.Get("/v1/session").Status(200);
    }

    [Fact]
    public async Task another_password_ends_every_other_session_at_once()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        var other = await TestUser.Open(gateway, user.Email, user.Password);
        await user.Browser.Put("/v1/session/password",
            """{"present":"not the present one","next":"another good passphrase"}""")
            .Problem(401, "invalid_credentials");
        await user.Browser.Put("/v1/session/password",
            $$"""{"present":"{{user.Password}}","next":"too short"}""").Problem(422, "invalid_field");
        await user.Browser.Put("/v1/session/password",
            $$"""{"present":"{{user.Password}}","next":"another good passphrase"}""").Status(204);
        await other.Get("/v1/session").Problem(401, "unauthorized");
        await user.Browser.Get("/v1/session").Status(200);
        await TestUser.LogIn(gateway.Client(null), user.Email, user.Password).Problem(401, "invalid_credentials");
        await TestUser.Open(gateway, user.Email, "another good passphrase");
    }

    [Fact]
    public async Task a_session_opens_no_endpoint_of_keys_alone_and_a_key_none_of_users()
    {
        var tenant = await gateway.NewTenant();
        var user = await TestUser.Join(gateway, tenant);
        await user.Browser.Get("/v1/admin/tenants").Problem(401, "unauthorized");
        await tenant.Http.Get("/v1/session").Problem(401, "unauthorized");
        await tenant.Http.Get("/v1/sessions").Problem(401, "unauthorized");
    }
}
