using Actors.Api.Tests.Harness;
using Actors.Grains.People;

namespace Actors.Api.Tests.Sessions;

[Collection(Harness.Gateway.Name)]
public sealed class LogInTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task an_invited_user_chooses_a_password_and_logs_in()
    {
        var tenant = await gateway.NewTenant();
        var user = await TestUser.Join(gateway, tenant);
        var session = await user.Browser.Get("/v1/session").Status(200);
        session.Text("tenant").ShouldBe(tenant.Id.Value);
        session.Text("user").ShouldBe(user.Id);
        session.Text("role").ShouldBe("admin");
        await user.Browser.Get("/v1/messages").Status(200);
    }

    [Fact]
    public async Task the_cookie_is_out_of_reach_of_scripts_other_sites_and_plain_http()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        var answer = await TestUser.LogIn(gateway.Stranger, user.Email, user.Password).Status(200);
        var cookie = answer.Header("Set-Cookie").ShouldNotBeNull();
        cookie.ShouldStartWith("__Host-actors-session=as_");
        var attributes = cookie.ToLowerInvariant().Split("; ")[1..];
        attributes.ShouldBe(["path=/", "secure", "samesite=strict", "httponly"], ignoreOrder: true);
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Body.ShouldNotContain("as_");
    }

    [Fact]
    public async Task an_unknown_address_a_wrong_password_and_a_locked_user_are_told_the_same()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        var answers = new List<Answer>
        {
            await TestUser.LogIn(gateway.Client(null), "nobody@example.org", user.Password),
            await TestUser.LogIn(gateway.Client(null), user.Email, user.Password, "another-tenant"),
        };
        for (var i = 0; i < 6; i++)
            answers.Add(await TestUser.LogIn(gateway.Client(null), user.Email, "wrong password"));
        answers.Add(await TestUser.LogIn(gateway.Client(null), user.Email, user.Password)); // right, and locked
        answers.ShouldAllBe(answer => answer.Status == 401);
        answers.Select(Shape).Distinct().Count().ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Header("Set-Cookie") == null);
    }

    [Theory]
    [InlineData("""{"email":"x","password":"p"}""")]
    [InlineData("""{"email":"ann@example.org"}""")]
    [InlineData("""{"email":"ann@example.org","password":1}""")]
    [InlineData("""{"email":["ann@example.org"],"password":"p"}""")]
    [InlineData("""{"email":"ann@example.org","password":"p","tenant":{}}""")]
    public async Task a_body_that_cannot_be_is_refused_before_anything_is_tried(string body) =>
        await gateway.Stranger.Post("/v1/session", body).Problem(422, "invalid_field");

    [Fact]
    public async Task another_site_cannot_log_a_browser_in()
    {
        var user = await TestUser.Join(gateway, await gateway.NewTenant());
        using var browser = gateway.Client(null);
        browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        (await TestUser.LogIn(browser, user.Email, user.Password).Problem(403, "not_allowed"))
            .Header("Set-Cookie").ShouldBeNull();
    }

    [Fact]
    public async Task a_user_of_two_tenants_has_one_password_and_picks()
    {
        var (one, two) = (await gateway.NewTenant(), await gateway.NewTenant());
        var user = await TestUser.Join(gateway, one);
        await gateway.Operator.Post(
            $"/v1/admin/tenants/{two.Id}/users", $$"""{"email":"{{user.Email}}","role":"admin"}""").Status(201);
        await gateway.Stranger.Press(await gateway.LinkTo(user.Email, 2)).Status(200);

        var choice = await TestUser.LogIn(gateway.Stranger, user.Email, user.Password).Status(200);
        choice.Header("Set-Cookie").ShouldBeNull();
        choice.Json.GetProperty("tenants").EnumerateArray().Select(each => each.GetProperty("id").GetString())
            .ShouldBe([one.Id.Value, two.Id.Value]);

        var browser = await TestUser.Open(gateway, user.Email, user.Password, two.Id.Value);
        (await browser.Get("/v1/session").Status(200)).Text("tenant").ShouldBe(two.Id.Value);
    }

    [Fact]
    public async Task a_password_is_hashed_anew_when_the_iterations_grow()
    {
        await using var own = await TestGateway.Start();
        own.Settings.PasswordIterations = new ApiOptions().PasswordIterations;
        var user = await TestUser.Join(own, await own.NewTenant());
        var person = own.Grains.GetGrain<IPersonGrain>(user.Email);
        (await person.Salt()).ShouldNotBeNull().Iterations.ShouldBe(600_000);
        own.Settings.PasswordIterations = 650_000;
        await TestUser.LogIn(own.Stranger, user.Email, "wrong password").Status(401);
        (await person.Salt()).ShouldNotBeNull().Iterations.ShouldBe(600_000);
        await TestUser.Open(own, user.Email, user.Password);
        (await person.Salt()).ShouldNotBeNull().Iterations.ShouldBe(650_000);
        await TestUser.Open(own, user.Email, user.Password);
    }

    [Fact]
    public async Task who_guesses_from_one_network_is_slowed_down_whomever_they_guess()
    {
        await using var own = await TestGateway.Start();
        for (var i = 0; i < 20; i++)
            await own.Stranger.Post("/v1/password-resets", $$"""{"email":"u{{i}}@example.org"}""").Status(202);
        var slowed = await TestUser.LogIn(own.Stranger, "ann@example.org", "any password at all")
            .Problem(429, "too_many_attempts");
        slowed.Header("Retry-After").ShouldBe("30");
        own.Time.Advance(TimeSpan.FromSeconds(30));
        await TestUser.LogIn(own.Stranger, "ann@example.org", "any password at all").Status(401);
    }

    private static string Shape(Answer answer) =>
        answer.Body.Replace(answer.Text("request_id"), "", StringComparison.Ordinal);
}
