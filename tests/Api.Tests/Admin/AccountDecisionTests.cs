using Actors.Api.Tests.Harness;
using Actors.Api.Tests.Messages;

namespace Actors.Api.Tests.Admin;

/// <summary>What the operator decides of accounts, and who is told.</summary>
[Collection(Gateway.Name)]
public sealed class AccountDecisionTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task the_tenants_admins_are_told_once_that_an_account_is_approved_and_that_it_is_blocked()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        var (ann, ben) = (await TestUser.Join(gateway, tenant), await TestUser.Join(gateway, tenant));
        var analyst = await TestUser.Join(gateway, tenant, "analyst");
        await tenant.Http.Post("/v1/smtp-accounts", """{"id":"acc_a","name":"News","email":"a@shop.example"}""")
            .Status(201);
        var before = await Counts(ann, ben, analyst);

        foreach (var _ in new[] { 1, 2 })
            await gateway.Operator.Post(Of(tenant, "acc_a", "approve")).Status(204);
        (await Counts(ann, ben, analyst)).ShouldBe([before[0] + 1, before[1] + 1, before[2]]);

        await gateway.Operator.Post(Of(tenant, "acc_a", "pause"), """{"reason":"Too many complaints"}""").Status(204);
        await gateway.Operator.Post(Of(tenant, "acc_a", "pause")).Status(204);
        (await Counts(ann, ben, analyst)).ShouldBe([before[0] + 2, before[1] + 2, before[2]]);

        await gateway.Operator.Post(Of(tenant, "acc_a", "resume")).Status(204);
        await gateway.Operator.Post(Of(tenant, "acc_a", "pause")).Status(204);
        (await Counts(ann, ben, analyst)).ShouldBe([before[0] + 3, before[1] + 3, before[2]]);
    }

    [Fact]
    public async Task where_a_tenant_has_no_users_its_contact_is_told()
    {
        var tenant = await gateway.NewTenant();
        var contact = TestUser.NewAddress();
        await tenant.Http.Put("/v1/customer", PlanRequests.Customer.Replace(
            "billing@example.org", contact, StringComparison.Ordinal)).Status(200);
        await gateway.Operator.Post(Of(tenant, "acc_shop", "pause")).Status(204);
        (await gateway.CountTo(contact)).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"reason":"\u202Ea"}""", "control_character /reason")]
    [InlineData("""{"why":"a"}""", "unknown_field /why")]
    public async Task a_reason_that_is_none_blocks_nothing(string body, string place)
    {
        var tenant = await gateway.NewTenant();
        (await gateway.Operator.Post(Of(tenant, "acc_shop", "pause"), body).Problem(422, "invalid_field")).Places
            .ShouldBe([place]);
        (await tenant.Http.Get("/v1/smtp-accounts/acc_shop").Status(200)).Text("status").ShouldBe("active");
    }

    [Fact]
    public async Task an_account_with_a_dedicated_address_is_approved_once_it_has_one_and_its_mail_leaves_from_there()
    {
        var tenant = await gateway.NewTenant();
        await DedicatedAccounts.Make(gateway, tenant, "acc_d");
        (await gateway.Operator.Post(Of(tenant, "acc_d", "approve")).Problem(409, "conflict")).Text("detail")
            .ShouldContain("assign the source address first");
        (await Assign(tenant, "acc_d", "203.0.113.9").Problem(422, "invalid_field")).Places
            .ShouldBe(["not_allowed /address"]);
        (await Assign(tenant, "acc_d", "mail.example.net").Problem(422, "invalid_field")).Places
            .ShouldBe(["invalid_address /address"]);
        await Assign(tenant, "acc_shop", "192.0.2.77").Problem(409, "conflict");

        (await Assign(tenant, "acc_d", "192.0.2.77").Status(200)).Text("source_address").ShouldBe("192.0.2.77");

        await gateway.Operator.Post(Of(tenant, "acc_d", "approve")).Status(204);
        var mail = Mails.Valid();
        mail["smtp_account"] = "acc_d";
        var sent = await tenant.Http.Send(mail.ToJsonString()).Status(202);
        (await gateway.Wire.CourierOf(CommandTests.KeyOf(tenant, sent))).ShouldBe("192.0.2.77");
    }

    [Fact]
    public async Task an_address_is_dedicated_to_one_tenant_and_free_again_when_its_account_is_shared()
    {
        var (one, other) = (await gateway.NewTenant(), await gateway.NewTenant());
        await DedicatedAccounts.Make(gateway, one, "acc_one");
        await DedicatedAccounts.Make(gateway, other, "acc_other");
        await Assign(one, "acc_one", "192.0.2.78").Status(200);
        await Assign(one, "acc_one", "192.0.2.78").Status(200);
        (await Assign(other, "acc_other", "192.0.2.78").Problem(409, "conflict")).Text("detail")
            .ShouldContain(one.Id.Value);

        await one.Http.Put("/v1/smtp-accounts/acc_one", """{"name":"Own IP","email":"a@shop.example"}""").Status(200);
        await Assign(other, "acc_other", "192.0.2.78").Status(200);
        (await one.Http.Get("/v1/smtp-accounts/acc_one").Status(200)).Json
            .TryGetProperty("source_address", out _).ShouldBeFalse();
    }

    private Task<Answer> Assign(TestTenant tenant, string account, string address) => gateway.Operator.Put(
        Of(tenant, account, "source-address"), $$"""{"address":"{{address}}","hello_name":"mail.example.net"}""");

    private async Task<int[]> Counts(params TestUser[] users)
    {
        var counts = new int[users.Length];
        for (var i = 0; i < counts.Length; i++)
            counts[i] = await gateway.CountTo(users[i].Email);
        return counts;
    }

    private static string Of(TestTenant tenant, string account, string what) =>
        $"/v1/admin/tenants/{tenant.Id}/smtp-accounts/{account}/{what}";
}
