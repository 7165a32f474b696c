using Actors.Api.Access;
using Actors.Api.Departures;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Departures;

/// <summary>Streams everything of the tenant.</summary>
internal sealed class ExportTenant : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/export", Audience.Operator, "exportTenant", AdminPath.Tag,
        "Get everything of the tenant")
    {
        Description =
            "Lines of JSON, each {type, data}: tenant, then what it has set up, then every event that is kept, " +
            "without secrets. The last line is of type end; without it something broke off.",
        Outcomes = [new(200, "Lines of JSON.", typeof(string), TenantExport.MediaType)],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? new TenantExport(call.Grains, tenant.Id)
        : Problem.NotFound;
}
