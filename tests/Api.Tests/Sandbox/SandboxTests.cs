using System.Text;
using Actors.Api.Tests.Harness;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Sandbox;
using Actors.Grains.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests.Sandbox;

/// <summary>What the sandbox shows, and to whom.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class SandboxTests(Harness.Gateway gateway)
{
    private const string Link = "https://mail.example.org/links/abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst";
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_message_is_shown_decoded_with_whole_links_and_as_it_came()
    {
        var tenant = await gateway.NewTenant();
        var path = await Receive(tenant, Scopes.None);
        var shown = await tenant.Http.Get(path).Status(200);
        shown.Text("text").ShouldBe($"Grüße: {Link}\r\n");
        Links(shown).ShouldBe([Link]);
        shown.Json.TryGetProperty("needs", out _).ShouldBeFalse();
        shown.Json.TryGetProperty("html", out _).ShouldBeFalse();
        var raw = await tenant.Http.Get($"{path}/raw").Status(200);
        raw.MediaType.ShouldBe("message/rfc822");
        raw.Body.ShouldContain("Gr=C3=BC=C3=9Fe");
    }

    [Theory]
    [InlineData(Scopes.MessagesRead)]
    [InlineData(Scopes.All & ~Scopes.UsersManage)]
    public async Task a_key_without_the_scope_sees_that_there_is_a_message_and_not_its_link(Scopes scopes)
    {
        var tenant = await gateway.NewTenant();
        var path = await Receive(tenant, Scopes.UsersManage);
        var issued = await gateway.Grains.GetGrain<ITenantGrain>(tenant.Id.Value)
            .IssueApiKey("test", ApiKeyGrant.Everything with { Scopes = scopes });
        await SeesOnlyThatItIsThere(gateway.Client(issued!.Secret), path);
    }

    [Fact]
    public async Task a_key_with_the_scope_sees_the_link()
    {
        var tenant = await gateway.NewTenant();
        var path = await Receive(tenant, Scopes.UsersManage);
        var issued = await gateway.Grains.GetGrain<ITenantGrain>(tenant.Id.Value).IssueApiKey(
            "test", ApiKeyGrant.Everything with { Scopes = Scopes.MessagesRead | Scopes.UsersManage });
        await SeesTheLink(gateway.Client(issued!.Secret), path);
    }

    [Fact]
    public async Task of_users_an_admin_sees_the_link_a_sender_that_there_is_one_and_an_analyst_nothing()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        var path = await Receive(tenant, Scopes.UsersManage);
        await SeesTheLink((await TestUser.Join(gateway, tenant)).Browser, path);
        await SeesOnlyThatItIsThere((await TestUser.Join(gateway, tenant, "sender")).Browser, path);
        var analyst = (await TestUser.Join(gateway, tenant, "analyst")).Browser;
        foreach (var each in new[] { "/v1/sandbox/messages", path, $"{path}/raw" })
            await analyst.Get(each).Problem(403, "not_allowed");
    }

    [Fact]
    public async Task the_operator_reads_the_platforms_mails_but_for_links_that_are_their_readers_alone()
    {
        const string List = "/v1/admin/sandbox/messages";
        var open = await Receive(PlatformSender.Tenant, Scopes.None);
        var closed = await Receive(PlatformSender.Tenant, Scopes.UsersManage);
        var newest = (await gateway.Operator.Get(List + "?limit=1").Status(200)).Json.GetProperty("data")[0];
        $"{List}/{newest.GetProperty("id").GetString()}".ShouldBe(Admin(closed));

        (await gateway.Operator.Get(Admin(open)).Status(200)).Text("text").ShouldContain(Link);
        (await gateway.Operator.Get(Admin(open) + "/raw").Status(200)).MediaType.ShouldBe("message/rfc822");
        (await gateway.Operator.Get(Admin(closed)).Status(200)).Body.ShouldNotContain("links/");
        await gateway.Operator.Get(Admin(closed) + "/raw").Problem(403, "not_allowed");

        var tenant = await gateway.NewTenant();
        await tenant.Http.Get(Admin(open)).Problem(401, "unauthorized");
        await tenant.Http.Get(open).Problem(404, "not_found");
        var theirs = await Receive(tenant, Scopes.None);
        await gateway.Operator.Get(Admin(theirs)).Problem(404, "not_found");

        static string Admin(string path) => path.Replace("/v1/", "/v1/admin/", StringComparison.Ordinal);
    }

    private static async Task SeesTheLink(HttpClient client, string path)
    {
        var shown = await client.Get(path).Status(200);
        Links(shown).ShouldBe([Link]);
        shown.Text("needs").ShouldBe("users.manage");
        await client.Get($"{path}/raw").Status(200);
    }

    private static async Task SeesOnlyThatItIsThere(HttpClient client, string path)
    {
        var listed = (await client.Get("/v1/sandbox/messages").Status(200)).Json.GetProperty("data")[0];
        listed.GetProperty("subject").GetString().ShouldBe("Your new password");
        listed.GetProperty("needs").GetString().ShouldBe("users.manage");
        var shown = await client.Get(path).Status(200);
        shown.Text("subject").ShouldBe("Your new password");
        shown.Body.ShouldNotContain("links/");
        foreach (var absent in new[] { "text", "html", "links" })
            shown.Json.TryGetProperty(absent, out _).ShouldBeFalse();
        (await client.Get($"{path}/raw").Problem(403, "not_allowed")).Text("detail").ShouldContain("users.manage");
    }

    private static IEnumerable<string?> Links(Answer shown) =>
        shown.Json.GetProperty("links").EnumerateArray().Select(link => link.GetString());

    /// <returns>The path of what was received.</returns>
    private Task<string> Receive(TestTenant tenant, Scopes needs) => Receive(tenant.Id, needs);

    private async Task<string> Receive(TenantId tenant, Scopes needs)
    {
        var chance = new byte[10];
        gateway.Services.GetRequiredService<IIdSource>().Fill(chance);
        var now = gateway.Time.GetUtcNow();
        var id = SortableId.Create(now, chance);
        var source = Encoding.ASCII.GetBytes(
            "Subject: Your new password\r\nContent-Type: text/plain; charset=utf-8\r\n" +
            $"Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=BC=C3=9Fe: {Link[..40]}=\r\n{Link[40..]}\r\n");
        var mail = new SandboxMail(
            id, now, "<a@example.org>", "<b@sandbox.test>", "Your new password", source.Length, null, needs);
        await gateway.Services.GetRequiredService<ISandboxStore>().Add(tenant, mail, source);
        return $"/v1/sandbox/messages/{id}";
    }
}
