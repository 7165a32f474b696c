using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Writes a domain's records as lines of a zone file.</summary>
internal sealed class GetDomainRecordsZone : IEndpoint
{
    private const string MediaType = "text/plain";

    public static Operation Operation { get; } = new(
        "GET", "/v1/domains/{domain}/records.zone", Audience.Tenant, "getDomainRecordsZone", DomainPath.Tag,
        "Download a domain's records as lines of a zone file")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "The file.", typeof(string), MediaType)],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (DomainPath.Find(call) is not { } domain || (await domain.Get()).Value is not { } view)
            return Problem.NotFound;
        call.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"{view.Domain}.zone\"";
        return Results.Text(RecordTexts.Zone(view), MediaType);
    }
}
