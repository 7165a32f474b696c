using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Tenants;

/// <summary>Shows one customer.</summary>
internal sealed class GetTenantAsOperator : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}", Audience.Operator, "getTenantAsOperator", AdminPath.Tag, "Get a tenant")
    {
        Outcomes = [new(200, "The tenant.", typeof(TenantBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? Call.Ok(TenantBody.Of(tenant.View), ApiJson.Wire.TenantBody)
        : Problem.NotFound;
}
