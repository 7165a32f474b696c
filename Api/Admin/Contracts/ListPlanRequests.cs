using Actors.Api.Access;
using Actors.Api.Customers;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Shows who waits for the operator, with what it needs to decide.</summary>
internal sealed class ListPlanRequests : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/plan-requests", Audience.Operator, "listPlanRequests", AdminPath.Tag,
        "List the tenants that ask for a plan or an add-on")
    {
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page by tenant.", typeof(Page<AskingTenantBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var limit = query.Limit();
        var after = query.Value<TenantId>("after", TryReadCursor, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var page = await call.Grains.GetGrain<IListingGrain>(PlatformKey.Value).List(
            new ListingQuery(ListingKinds.Subscription)
            {
                Mark = SubscriptionMarks.Asking, Limit = limit,
                After = after is { } tenant ? new ListedId(tenant, tenant.Value) : null,
            });
        var bodies = new List<AskingTenantBody>();
        foreach (var one in page.Items)
        {
            if ((await Contract.Of(call, one.Tenant!.Value).Get()).Value is { } view)
                bodies.Add(AskingTenantBody.Of(one.Id, view));
        }

        return Call.Ok(
            new Page<AskingTenantBody>(bodies, page.HasMore, page.HasMore ? Cursor.Of(page.Items[^1].Id) : null),
            ApiJson.Wire.PageAskingTenantBody);
    }

    private static bool TryReadCursor(string text, out TenantId tenant)
    {
        tenant = default;
        return Cursor.TryRead(text, out var position) && TenantId.TryParse(position, out tenant);
    }
}

/// <param name="Plan">The present one.</param>
/// <param name="Balance">Of the running cycle in minor units: above 0 owed.</param>
internal sealed record AskingTenantBody(
    string Tenant, string Plan, string Currency, long Balance, CustomerBody Customer,
    IReadOnlyList<PlanRequestBody> Requests)
{
    public static AskingTenantBody Of(string tenant, SubscriptionView view) => new(
        tenant, view.Plan.Plan.Word(), view.Currency, view.Balance, CustomerBody.Of(view.Customer),
        [.. view.Requests.Where(one => one.Status == RequestStatus.Open).Select(PlanRequestBody.Of)]);
}
