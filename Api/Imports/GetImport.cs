using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>Tells how far an import is.</summary>
internal sealed class GetImport : IEndpoint
{
    private const int WaitSecondsMax = 20;

    public static Operation Operation { get; } = new(
        "GET", "/v1/contacts/imports/{import}", Audience.Tenant, "getImport", ImportPath.Tag, "Show an import")
    {
        Scope = Scopes.ContactsRead,
        Description = "With wait the answer comes when it has ended, or that time is over.",
        Parameters = [new("wait", "0 to 20 seconds to wait for its end; 0 where absent.", "integer")],
        Outcomes = [new(200, "The import.", typeof(ImportBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var wait = query.Integer("wait", 0, WaitSecondsMax) ?? 0;
        if (query.Problem() is { } problem)
            return problem;
        return ImportPath.Find(call) is { } import
            ? Call.Answer(
                await import.WaitForEnd(TimeSpan.FromSeconds(wait)).WaitAsync(call.Aborted), ImportBody.Of,
                ApiJson.Wire.ImportBody)
            : Problem.NotFound;
    }
}
