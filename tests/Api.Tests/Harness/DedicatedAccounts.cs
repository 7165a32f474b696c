namespace Actors.Api.Tests.Harness;

/// <summary>Accounts with an address of their own.</summary>
internal static class DedicatedAccounts
{
    /// <summary>Asked for, with the add-on, and not approved yet.</summary>
    public static async Task Make(TestGateway gateway, TestTenant tenant, string account)
    {
        var request = await PlanRequests.Ask(tenant);
        await gateway.Operator.Post($"/v1/admin/tenants/{tenant.Id}/plan/requests/{request}/activate").Status(200);
        await tenant.Http.Post("/v1/smtp-accounts", $$"""
            {"id":"{{account}}","name":"Own IP","email":"a@shop.example","ip":"dedicated"}
            """).Status(201);
    }
}
