using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Routes;

/// <summary>Shows the static routes.</summary>
internal sealed class ListRoutes : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/routes", Audience.Operator, "listRoutes", AdminPath.Tag, "List the static routes")
    {
        Outcomes = [new(200, "All of them, by domain.", typeof(Page<RouteBody>))],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var settings = await AdminPath.Platform(call).Settings();
        var routes = settings.Routes.OrderBy(route => route.Domain, StringComparer.Ordinal).Select(RouteBody.Of);
        return Call.Ok(new Page<RouteBody>([.. routes], false, null), ApiJson.Wire.PageRouteBody);
    }
}
