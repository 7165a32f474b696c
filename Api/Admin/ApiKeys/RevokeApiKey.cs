using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.ApiKeys;

/// <summary>Ends an API key; the next request with it fails.</summary>
internal sealed class RevokeApiKey : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/admin/tenants/{tenant}/api-keys/{key}", Audience.Operator, "revokeApiKey", AdminPath.Tag,
        "Revoke an API key")
    {
        Outcomes = [new(204, "Revoked.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await AdminPath.Tenant(call) is { } tenant && await tenant.Grain.RevokeApiKey(call.Segment("key"))
            ? Call.NoContent
            : Problem.NotFound;
}
