using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.ApiKeys;

/// <summary>Makes an API key for a tenant.</summary>
internal sealed class IssueApiKey : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/api-keys", Audience.Operator, "issueApiKey", AdminPath.Tag,
        "Issue an API key")
    {
        Description = "The key is shown this once; only its hash is kept.",
        Request = typeof(IssueApiKeyRequest),
        Outcomes = [new(201, "Issued.", typeof(IssuedApiKeyBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples = [new("key", "A key for one application", """{"name": "web shop"}""", 201)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var name = fields.Text("name", AdminPath.NameLengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        if (await AdminPath.Tenant(call) is not { } tenant)
            return Problem.NotFound;
        var issued = await tenant.Grain.IssueApiKey(name);
        call.Http.Response.Headers.CacheControl = "no-store";
        return Call.Created(
            new IssuedApiKeyBody(issued.View.Id, issued.View.Name, issued.Secret, issued.View.CreatedAt),
            ApiJson.Wire.IssuedApiKeyBody, null);
    }
}

/// <param name="Name">1 to 100 characters, to tell keys apart.</param>
internal sealed record IssueApiKeyRequest(string Name);

/// <param name="Id">key_...: to revoke it by.</param>
/// <param name="Key">Shown this once.</param>
internal sealed record IssuedApiKeyBody(string Id, string Name, string Key, DateTimeOffset CreatedAt);
