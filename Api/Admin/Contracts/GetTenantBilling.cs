using Actors.Api.Access;
using Actors.Api.Billing;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Shows contacts and messages of a tenant's month.</summary>
internal sealed class GetTenantBilling : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/billing/{month}", Audience.Operator, "getTenantBilling", AdminPath.Tag,
        "Get a tenant's billing figures of a month")
    {
        Outcomes = [new(200, "The figures.", typeof(BillingBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await BillingPages.Named(call, tenant.Id)
        : Problem.NotFound;
}
