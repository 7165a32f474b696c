using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Shows how the tenant's mail leaves.</summary>
internal sealed class GetWayOut : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/way-out", Audience.Tenant, "getWayOut", "Domains", "Get how mail leaves")
    {
        Scope = Scopes.SettingsRead,
        Description = "What holds for mail whose domain says nothing else.",
        Outcomes = [new(200, "The way.", typeof(WayOutBody))],
    };

    public static async Task<IResult> Handle(Call call) => WayOutBody.Answer(await WayOutBody.Grain(call).Get());
}
