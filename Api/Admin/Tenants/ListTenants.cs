using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.Tenants;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Tenants;

/// <summary>Shows the platform's customers by id.</summary>
internal sealed class ListTenants : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants", Audience.Operator, "listTenants", AdminPath.Tag, "List the tenants")
    {
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<TenantBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var limit = query.Limit();
        var after = query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var settings = await AdminPath.Platform(call).Settings();
        var ids = settings.Tenants.Select(tenant => tenant.Value).Order(StringComparer.Ordinal)
            .Where(id => after is null || string.CompareOrdinal(id, after) > 0).Take(limit + 1).ToList();
        var bodies = new List<TenantBody>();
        foreach (var id in ids.Take(limit))
        {
            if (await call.Grains.GetGrain<ITenantGrain>(id).Get() is { } view)
                bodies.Add(TenantBody.Of(view));
        }

        var hasMore = ids.Count > limit;
        return Call.Ok(
            new Page<TenantBody>(bodies, hasMore, hasMore ? Cursor.Of(ids[limit - 1]) : null),
            ApiJson.Wire.PageTenantBody);
    }
}
