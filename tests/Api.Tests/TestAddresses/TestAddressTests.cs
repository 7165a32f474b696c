using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.TestAddresses;

[Collection(Harness.Gateway.Name)]
public sealed class TestAddressTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task an_address_is_proved_by_the_button_behind_its_link_and_by_no_look_at_it()
    {
        var tenant = await gateway.NewTenant();
        var email = TestUser.NewAddress();
        await Add(tenant, email).Status(201);
        var link = await gateway.LinkTo(email);
        await gateway.Stranger.Get(link).Status(200);
        (await Verified(tenant)).ShouldBeFalse();
        await gateway.Stranger.Press(link).Status(200);
        (await Verified(tenant)).ShouldBeTrue();
        await gateway.Stranger.Press(link).Status(410);
        (await Add(tenant, email).Status(201)).Json.GetProperty("verified").GetBoolean().ShouldBeTrue();
        (await gateway.CountTo(email)).ShouldBe(1);
        await TestUser.LogIn(gateway.Client(null), email, TestUser.Secret).Problem(401, "invalid_credentials");
    }

    [Fact]
    public async Task there_are_up_to_ten_on_the_smallest_plan()
    {
        var tenant = await gateway.NewTenant();
        var emails = Enumerable.Range(0, 11).Select(_ => TestUser.NewAddress()).ToList();
        foreach (var email in emails.Take(10))
            await Add(tenant, email).Status(201);
        await Add(tenant, emails[10]).Problem(409, "conflict");
        await tenant.Http.Delete($"/v1/test-addresses/{Uri.EscapeDataString(emails[0])}").Status(204);
        await Add(tenant, emails[10]).Status(201);
    }

    [Fact]
    public async Task a_removed_address_and_anothers_are_unknown()
    {
        var (owner, other) = (await gateway.NewTenant(), await gateway.NewTenant());
        var email = TestUser.NewAddress();
        await Add(owner, email).Status(201);
        var link = await gateway.LinkTo(email);
        await other.Http.Delete($"/v1/test-addresses/{email}").Problem(404, "not_found");
        await owner.Http.Delete($"/v1/test-addresses/{email}").Status(204);
        await gateway.Stranger.Press(link).Status(404);
    }

    private static Task<Answer> Add(TestTenant tenant, string email) =>
        tenant.Http.Post("/v1/test-addresses", $$"""{"email":"{{email}}"}""");

    private static async Task<bool> Verified(TestTenant tenant) =>
        (await tenant.Http.Get("/v1/test-addresses").Status(200)).Json.GetProperty("data")[0]
        .GetProperty("verified").GetBoolean();
}
