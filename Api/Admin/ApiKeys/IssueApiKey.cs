using Actors.Api.Access;
using Actors.Api.ApiKeys;
using Actors.Api.Hosting;
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
        Request = typeof(ApiKeyRequest),
        Outcomes = [new(201, "Issued.", typeof(IssuedApiKeyBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.Conflict, ProblemTypes.InvalidField,
        ],
        Examples = [new("key", "A key for one application", """{"name": "web shop"}""", 201)],
    };

    public static async Task<IResult> Handle(Call call) =>
        await Issuing.Issue(call, (await AdminPath.Tenant(call))?.Id, _ => true);
}
