using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Departures;

/// <summary>Shows whether the tenant leaves, and when.</summary>
internal sealed class ShowDeparture : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/tenant/departure", Audience.Tenant, "getDeparture", "Tenant", "Get whether the tenant leaves")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = Leaving.Outcomes,
    };

    public static Task<IResult> Handle(Call call) => Leaving.Show(call, call.Tenant);
}
