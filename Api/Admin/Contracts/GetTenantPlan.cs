using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Shows a contract.</summary>
internal sealed class GetTenantPlan : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/plan", Audience.Operator, "getTenantPlan", AdminPath.Tag,
        "Get a tenant's plan")
    {
        Outcomes = Contract.Outcomes,
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? Call.Answer(await Contract.Of(call, tenant.Id).Get(), ContractBody.Of, ApiJson.Wire.ContractBody)
        : Problem.NotFound;
}
