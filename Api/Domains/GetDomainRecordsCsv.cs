using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Writes a domain's records as a CSV file.</summary>
internal sealed class GetDomainRecordsCsv : IEndpoint
{
    private const string MediaType = "text/csv";

    public static Operation Operation { get; } = new(
        "GET", "/v1/domains/{domain}/records.csv", Audience.Tenant, "getDomainRecordsCsv", DomainPath.Tag,
        "Download a domain's records as a CSV file")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "The file.", typeof(string), MediaType)],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (DomainPath.Find(call) is not { } domain || (await domain.Get()).Value is not { } view)
            return Problem.NotFound;
        call.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"{view.Domain}.csv\"";
        return Results.Text(RecordTexts.Csv(view), MediaType);
    }
}
