using System.Text.Json;
using Actors.Api.Access;

namespace Actors.Api.Tests.Harness;

/// <summary>A user with a browser, which keeps cookies and says where its requests come from.</summary>
/// <param name="Browser">Logged in.</param>
internal sealed record TestUser(string Id, string Email, string Password, HttpClient Browser)
{
    public const string Secret = "correct horse battery staple";

    private static int count;

    public static string NewAddress() => $"user{Interlocked.Increment(ref count)}@people.example.org";

    /// <summary>Invites by the operator, follows the link, logs in.</summary>
    /// <param name="users">Path of the list of users to join.</param>
    public static async Task<TestUser> Join(
        TestGateway gateway, string users, string role = "admin", string? email = null)
    {
        email ??= NewAddress();
        var invited = await gateway.Operator.Post(
            users, JsonSerializer.Serialize(new { email, role })).Status(201);
        await gateway.Stranger.Press(await gateway.LinkTo(email), Secret).Status(200);
        var browser = await Open(gateway, email, Secret);
        return new TestUser(invited.Text("id"), email, Secret, browser);
    }

    public static Task<TestUser> Join(TestGateway gateway, TestTenant tenant, string role = "admin") =>
        Join(gateway, $"/v1/admin/tenants/{tenant.Id}/users", role);

    /// <summary>A browser that has logged in.</summary>
    public static async Task<HttpClient> Open(
        TestGateway gateway, string email, string password, string? tenant = null)
    {
        var browser = gateway.Client(null);
        browser.DefaultRequestHeaders.Add("Origin", "https://mail.example.org");
        var answer = await LogIn(browser, email, password, tenant).Status(200);
        browser.DefaultRequestHeaders.Add("Cookie", CookieOf(answer));
        return browser;
    }

    public static Task<Answer> LogIn(HttpClient browser, string email, string password, string? tenant = null) =>
        browser.Post("/v1/session", JsonSerializer.Serialize(new { email, password, tenant }));

    public static string CookieOf(Answer answer) =>
        answer.Header("Set-Cookie").ShouldNotBeNull().Split(';')[0].ShouldNotBeNull();

    /// <summary>The same cookie, from a page of another origin; null for a program that sends none.</summary>
    public HttpClient From(TestGateway gateway, string? origin, bool header = false)
    {
        var client = gateway.Client(null);
        client.DefaultRequestHeaders.Add("Cookie", Browser.DefaultRequestHeaders.GetValues("Cookie").Single());
        if (origin is not null)
            client.DefaultRequestHeaders.Add("Origin", origin);
        if (header)
            client.DefaultRequestHeaders.Add(SameSite.Header, "1");
        return client;
    }
}
