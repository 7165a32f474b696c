using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Departures;

/// <summary>Streams everything of the tenant.</summary>
internal sealed class ExportOwnTenant : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/tenant/export", Audience.Tenant, "exportOwnTenant", "Tenant", "Get everything of the tenant")
    {
        Scope = Scopes.BillingManage,
        Description =
            "Lines of JSON, each {type, data}: tenant, then what it has set up, contacts, the blacklist and sign-ups " +
            "that wait for an answer, then every event that is kept, without secrets. The last line is of type end; " +
            "without it something broke off.",
        Outcomes = [new(200, "Lines of JSON.", typeof(string), TenantExport.MediaType)],
    };

    public static Task<IResult> Handle(Call call) =>
        Task.FromResult<IResult>(new TenantExport(call.Grains, call.Tenant));
}
