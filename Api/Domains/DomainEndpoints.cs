using Actors.Api.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Actors.Api.Domains;

/// <summary>Domains, the links that share them, and how mail leaves.</summary>
internal static class DomainEndpoints
{
    public static IEndpointRouteBuilder AddDomains(this IEndpointRouteBuilder routes, Gateway gateway) => routes
        .Add<RegisterDomain>(gateway).Add<ListDomains>(gateway).Add<GetDomain>(gateway)
        .Add<ChangeDomain>(gateway).Add<DeleteDomain>(gateway).Add<VerifyDomain>(gateway)
        .Add<GetDomainRecordsCsv>(gateway).Add<GetDomainRecordsZone>(gateway)
        .Add<ShareDomain>(gateway).Add<RevokeDomainShare>(gateway)
        .Add<GetWayOut>(gateway).Add<SetWayOut>(gateway);
}
