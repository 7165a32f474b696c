using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.Tenants;
using Actors.Grains.Ids;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Tenants;

/// <summary>Makes a customer of the platform.</summary>
internal sealed class CreateTenant : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants", Audience.Operator, "createTenant", AdminPath.Tag, "Create a tenant")
    {
        Request = typeof(CreateTenantRequest),
        Outcomes = [new(201, "Created.", typeof(TenantBody))],
        Problems = [ProblemTypes.MalformedJson, ProblemTypes.AlreadyExists, ProblemTypes.InvalidField],
        Examples = [new("tenant", "A customer", """{"id": "flowers", "name": "Flowers Ltd"}""", 201)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var text = fields.Text("id", TenantId.LengthMax);
        var name = fields.Name("name", AdminPath.NameLengthMax);
        if (!TenantId.TryParse(text, out var id) && text.Length > 0)
            fields.Error<string>(
                "id", "invalid_id", "A tenant's id is 1 to 40 of a-z, 0-9 and -, beginning with a letter.");
        if (fields.Problem() is { } problem)
            return problem;
        var tenant = call.Grains.GetGrain<ITenantGrain>(id.Value);
        await AdminPath.Platform(call).AddTenant(id); // first: the list passes over a name without a tenant
        var created = await tenant.Create(name);
        return created && await tenant.Get() is { } view
            ? Call.Created(TenantBody.Of(view), ApiJson.Wire.TenantBody, $"/v1/admin/tenants/{id}")
            : new Problem(ProblemTypes.AlreadyExists, $"There is a tenant {id} already.");
    }
}

/// <param name="Id">1 to 40 of a-z, 0-9 and -, beginning with a letter.</param>
/// <param name="Name">1 to 100 characters.</param>
internal sealed record CreateTenantRequest(string Id, string Name);
