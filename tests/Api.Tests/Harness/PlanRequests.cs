namespace Actors.Api.Tests.Harness;

/// <summary>What a tenant asks the operator for.</summary>
internal static class PlanRequests
{
    public const string Customer = """
        {"company": "Example Ltd", "street": "1 Example Street", "city": "Exampleton", "postal_code": "10001",
         "country": "GB", "contact_email": "billing@example.org"}
        """;

    /// <returns>The id of an open request for a dedicated address.</returns>
    public static async Task<string> Ask(TestTenant tenant, string body = """{"add_on":"dedicated_ip"}""")
    {
        await tenant.Http.Put("/v1/customer", Customer).Status(200);
        return (await tenant.Http.Post("/v1/plan/requests", body).Status(201)).Text("id");
    }
}
