using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Users;

[Collection(Harness.Gateway.Name)]
public sealed class UserTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task looking_at_an_invitation_makes_nobody_a_user()
    {
        var tenant = await gateway.NewTenant();
        var email = TestUser.NewAddress();
        await Invite(tenant, email).Status(201);
        var link = await gateway.LinkTo(email);
        for (var i = 0; i < 3; i++)
            (await gateway.Stranger.Get(link).Status(200)).Body.ShouldContain("Accept the invitation");
        (await Users(tenant)).ShouldBe([$"{email} admin invited"]);
        await gateway.Stranger.Press(link, TestUser.Secret).Status(200);
        (await Users(tenant)).ShouldBe([$"{email} admin active"]);
        (await gateway.Stranger.Press(link, TestUser.Secret).Status(410)).Body.ShouldContain("used already");
    }

    [Theory]
    [InlineData("name", "Bob\\u202E", "control_character /name")]
    [InlineData("name", " ", "empty /name")]
    [InlineData("email", "bob\\u202E7@example.org", "control_character /email")]
    public async Task nobody_is_named_what_cannot_be_read_as_it_is_written(string field, string value, string error)
    {
        var tenant = await gateway.NewTenant();
        var body = field == "email"
            ? $$"""{"email":"{{value}}","role":"admin"}"""
            : $$"""{"email":"{{TestUser.NewAddress()}}","role":"admin","{{field}}":"{{value}}"}""";
        (await tenant.Http.Post("/v1/users", body).Problem(422, "invalid_field")).Places.ShouldBe([error]);
    }

    [Fact]
    public async Task the_same_address_is_invited_once_and_its_link_renewed_on_request()
    {
        var tenant = await gateway.NewTenant();
        var email = TestUser.NewAddress();
        var invited = await Invite(tenant, email).Status(201);
        var first = await gateway.LinkTo(email);
        await Invite(tenant, email.ToUpperInvariant()).Problem(409, "already_exists");
        var again = $"/v1/users/{invited.Text("id")}/invitation";
        await tenant.Http.Post(again).Problem(429, "too_many_attempts");
        gateway.Time.Advance(TimeSpan.FromMinutes(1));
        await tenant.Http.Post(again).Status(200);
        var second = await gateway.LinkTo(email, 2);
        await gateway.Stranger.Press(first, TestUser.Secret).Status(404);
        await gateway.Stranger.Press(second, TestUser.Secret).Status(200);
        await tenant.Http.Post(again).Problem(409, "conflict");
    }

    [Fact]
    public async Task the_last_admin_can_be_neither_removed_nor_demoted()
    {
        var tenant = await gateway.NewTenant();
        var admin = await TestUser.Join(gateway, tenant);
        await tenant.Http.Delete($"/v1/users/{admin.Id}").Problem(409, "conflict");
        await gateway.Operator.Delete($"/v1/admin/tenants/{tenant.Id}/users/{admin.Id}").Problem(409, "conflict");
        await tenant.Http.Ask(HttpMethod.Patch, $"/v1/users/{admin.Id}", """{"role":"analyst"}""")
            .Problem(409, "conflict");
    }

    [Fact]
    public async Task a_change_that_another_one_came_before_is_refused()
    {
        var tenant = await gateway.NewTenant();
        var admin = await TestUser.Join(gateway, tenant);
        var seen = (await tenant.Http.Get($"/v1/users/{admin.Id}").Status(200)).Header("ETag");
        await Rename(tenant, admin, "Ann", seen).Status(200);
        await Rename(tenant, admin, "Bea", seen).Problem(412, "precondition_failed");
        (await tenant.Http.Get($"/v1/users/{admin.Id}").Status(200)).Text("name").ShouldBe("Ann");
    }

    [Fact]
    public async Task several_users_and_roles_need_the_plan_that_has_them()
    {
        var tenant = await gateway.NewTenant();
        await Invite(tenant, TestUser.NewAddress()).Status(201);
        var refused = await Invite(tenant, TestUser.NewAddress()).Problem(403, "plan_limit");
        refused.Text("detail").ShouldContain("pro");
    }

    [Fact]
    public async Task a_removed_user_fails_with_the_next_request()
    {
        var user = await TestUser.Join(gateway, "/v1/admin/users");
        var other = await TestUser.Join(gateway, "/v1/admin/users");
        await other.Browser.Get("/v1/admin/tenants").Status(200);
        await user.Browser.Delete($"/v1/admin/users/{other.Id}").Status(204);
        await other.Browser.Get("/v1/admin/tenants").Problem(401, "unauthorized");
        await TestUser.LogIn(gateway.Client(null), other.Email, other.Password).Problem(401, "invalid_credentials");
    }

    [Fact]
    public async Task the_operators_support_sees_everything_and_changes_nothing()
    {
        await TestUser.Join(gateway, "/v1/admin/users");
        var support = await TestUser.Join(gateway, "/v1/admin/users", "support");
        await support.Browser.Get("/v1/admin/tenants").Status(200);
        await support.Browser.Post("/v1/admin/tenants", """{"id":"mine","name":"Mine"}""").Problem(403, "not_allowed");
        await support.Browser.Post("/v1/admin/users", """{"email":"a@example.org","role":"admin"}""")
            .Problem(403, "not_allowed");
        await support.Browser.Get("/v1/messages").Problem(401, "unauthorized");
    }

    [Fact]
    public async Task a_user_moves_to_another_address_by_the_link_that_goes_there()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        var next = TestUser.NewAddress();
        await user.Browser.Put(
            "/v1/session/email", $$"""{"email":"{{next}}","password":"{{user.Password}}"}""").Status(202);
        var link = await gateway.LinkTo(next);
        (await user.Browser.Get("/v1/session").Status(200)).Text("email").ShouldBe(user.Email);
        await gateway.Stranger.Press(link, "another good passphrase").Status(200);
        var browser = await TestUser.Open(gateway, next, "another good passphrase");
        (await browser.Get("/v1/session").Status(200)).Text("user").ShouldBe(user.Id);
        await TestUser.LogIn(gateway.Client(null), user.Email, user.Password).Problem(401, "invalid_credentials");
        await user.Browser.Get("/v1/session").Problem(401, "unauthorized");
    }

    [Fact]
    public async Task who_finds_an_open_browser_cannot_move_the_user_elsewhere()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        var next = TestUser.NewAddress();
        await user.Browser.Put("/v1/session/email", $$"""{"email":"{{next}}"}""").Problem(422, "invalid_field");
        for (var i = 0; i < 5; i++)
            await user.Browser.Put("/v1/session/email", $$"""{"email":"{{next}}","password":"a guess of mine"}""")
                .Problem(401, "invalid_credentials");
        await user.Browser.Put(
            "/v1/session/email", $$"""{"email":"{{next}}","password":"{{user.Password}}"}""")
            .Problem(401, "invalid_credentials"); // guesses count as in a log-in
        (await gateway.CountTo(next)).ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"email":"nobody","role":"admin"}""")]
    [InlineData("""{"email":"ann@example.org","role":"owner"}""")]
    [InlineData("""{"email":"ann@example.org","role":"support"}""")]
    [InlineData("""{"email":"ann@example.org"}""")]
    [InlineData("""{"email":"ann@example.org","role":"admin","name":"a\nb"}""")]
    public async Task an_invitation_that_cannot_be_is_refused(string body)
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post("/v1/users", body).Problem(422, "invalid_field");
    }

    private static Task<Answer> Invite(TestTenant tenant, string email) =>
        tenant.Http.Post("/v1/users", $$"""{"email":"{{email}}","role":"admin"}""");

    private static Task<Answer> Rename(TestTenant tenant, TestUser user, string name, string? seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Patch, $"/v1/users/{user.Id}")
        {
            Content = new StringContent($$"""{"name":"{{name}}"}""", null, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        return tenant.Http.Ask(request);
    }

    private static async Task<string[]> Users(TestTenant tenant) =>
        [.. (await tenant.Http.Get("/v1/users").Status(200)).Json.GetProperty("data").EnumerateArray().Select(user =>
            $"{user.GetProperty("email").GetString()} {user.GetProperty("role").GetString()} "
            + user.GetProperty("status").GetString())];
}
