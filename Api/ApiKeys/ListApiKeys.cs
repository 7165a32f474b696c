using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.ApiKeys;

/// <summary>Shows the keys, without their secrets.</summary>
internal sealed class ListApiKeys : IEndpoint
{
    public const string Tag = "API keys";

    public static Operation Operation { get; } = new(
        "GET", "/v1/api-keys", Audience.Tenant, "listApiKeys", Tag,
        "List the API keys")
    {
        Scope = Scopes.UsersManage,
        Outcomes = [new(200, "All of them, at most 100.", typeof(Page<ApiKeyBody>))],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var keys = await call.Grains.GetGrain<ITenantGrain>(call.Tenant.Value).ApiKeys();
        var bodies = await Task.WhenAll(keys.Select(key => ApiKeyBody.Of(call, key)));
        var open = new Page<ApiKeyBody>([.. bodies.OfType<ApiKeyBody>()], false, null);
        return Call.Ok(open, ApiJson.Wire.PageApiKeyBody);
    }
}
