using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>Ends an import.</summary>
internal sealed class CancelImport : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/contacts/imports/{import}", Audience.Tenant, "cancelImport", ImportPath.Tag,
        "Cancel an import")
    {
        Scope = Scopes.ContactsWrite,
        Description =
            "No further row is read, and what was uploaded is removed. The rows that were read stay imported: the " +
            "counts tell how many. One that has ended stays as it is.",
        Outcomes = [new(200, "The import, ended.", typeof(ImportBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => ImportPath.Find(call) is { } import
        ? Call.Answer(await import.Cancel(), ImportBody.Of, ApiJson.Wire.ImportBody)
        : Problem.NotFound;
}
