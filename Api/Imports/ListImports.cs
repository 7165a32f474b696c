using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Imports;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>Shows the tenant's imports.</summary>
internal sealed class ListImports : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/contacts/imports", Audience.Tenant, "listImports", ImportPath.Tag, "List the imports")
    {
        Scope = Scopes.ContactsRead,
        Description =
            "Of contacts and of the blacklist, oldest first: those that have not ended, and those of 30 days.",
        Parameters =
        [
            new("status", "uploading, waiting, reading, done, failed or cancelled."),
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<ImportBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var status = query.Object<string>(
            "status", ImportNames.TryReadStatus, "unknown_value",
            "The value has to be uploading, waiting, reading, done, failed or cancelled.");
        var limit = query.Limit();
        var after = query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var page = await call.Grains.GetGrain<IListingGrain>(PlatformKey.Value).List(
            new ListingQuery(ListingKinds.Import)
            {
                Tenant = call.Tenant,
                Mark = status,
                After = after is null ? null : new ListedId(call.Tenant, after),
                Limit = limit,
            });
        var views = await Task.WhenAll(page.Items.Select(item => View(call, item.Id)));
        return Call.Ok(
            new Page<ImportBody>(
                [.. views.OfType<ImportView>().Select(ImportBody.Of)], // one may be gone meanwhile
                page.HasMore, page.HasMore ? Cursor.Of(page.Items[^1].Id) : null),
            ApiJson.Wire.PageImportBody);
    }

    private static async Task<ImportView?> View(Call call, string id) =>
        ImportKey.TryParse(call.Tenant, id, out var key) ? (await call.Grains.Import(key).Get()).Value : null;
}
