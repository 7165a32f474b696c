using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.ApiKeys;

/// <summary>Ends a key; the next request with it fails.</summary>
internal sealed class DeleteApiKey : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/api-keys/{key}", Audience.Tenant, "deleteApiKey", ListApiKeys.Tag,
        "Revoke an API key")
    {
        Scope = Scopes.UsersManage,
        Outcomes = [new(204, "Revoked.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        await call.Grains.GetGrain<ITenantGrain>(call.Tenant.Value).RevokeApiKey(call.Segment("key"))
            ? Call.NoContent
            : Problem.NotFound;
}
