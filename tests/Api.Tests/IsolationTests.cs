using Actors.Api.Tests.Harness;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Api.Tests;

/// <summary>What one tenant has does not show to another; foreign ids are in <see cref="Isolation"/>.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class IsolationTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Theory]
    [InlineData("msg_")]
    [InlineData("rcp_01JZ8")]
    [InlineData("x")]
    [InlineData("msg_0000000000000000000000000%2F")]
    [InlineData("%01")]
    [InlineData("rcp_00000000000000000000000000-99999")]
    public async Task an_id_that_cannot_be_is_unknown(string id)
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Get($"/v1/messages/{id}").Problem(404, "not_found");
        await tenant.Http.Post($"/v1/messages/{id}/cancel").Problem(404, "not_found");
        await tenant.Http.Get($"/v1/sandbox/messages/{id}").Problem(404, "not_found");
    }

    [Fact]
    public async Task lists_show_only_ones_own()
    {
        var (owner, other) = (await gateway.NewTenant(), await gateway.NewTenant());
        var sent = await owner.Http.Send(Mails.Valid().ToJsonString()).Status(202);
        await Receive(owner);
        foreach (var path in new[] { "/v1/messages", "/v1/events", "/v1/sandbox/messages" })
        {
            (await Count(owner, path)).ShouldBeGreaterThan(0, path);
            (await Count(other, path)).ShouldBe(0, path);
        }

        (await other.Http.Get("/v1/tenant").Status(200)).Text("id").ShouldBe(other.Id.Value);
        sent.Body.ShouldNotContain(owner.Id.Value + "/");
    }

    [Fact]
    public async Task a_cursor_of_another_tenant_shows_nothing_of_it()
    {
        var (owner, other) = (await gateway.NewTenant(), await gateway.NewTenant());
        await owner.Http.Send(Mails.To("a@example.net", "b@example.net")).Status(202);
        await other.Http.Send(Mails.To("c@example.net")).Status(202);
        var page = await owner.Http.Get("/v1/messages?limit=1").Status(200);
        var foreign = await other.Http.Get($"/v1/messages?after={page.Text("next")}").Status(200);
        foreign.Body.ShouldNotContain("a@example.net");
        foreign.Body.ShouldNotContain("b@example.net");
    }

    private static async Task<int> Count(TestTenant tenant, string path) =>
        (await tenant.Http.Get(path).Status(200)).Json.GetProperty("data").GetArrayLength();

    private async Task<string> Receive(TestTenant tenant)
    {
        var id = SortableId.Create(gateway.Time.GetUtcNow(), new byte[10]);
        var mail = new SandboxMail(id, gateway.Time.GetUtcNow(), "a@b.example", "c@sandbox.test", "Hello", 4, null);
        await gateway.Services.GetRequiredService<ISandboxStore>().Add(tenant.Id, mail, "mail"u8.ToArray());
        return id;
    }
}
