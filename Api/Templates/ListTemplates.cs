using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Templates;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Shows the tenant's own templates.</summary>
internal sealed class ListTemplates : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/templates", Audience.Tenant, "listTemplates", TemplateCalls.Tag, "List the templates")
    {
        Scope = Scopes.SettingsRead,
        Parameters =
        [
            new("search", "Part of the name."),
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page, in the order of ids.", typeof(Page<TemplateBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var search = query.Text("search");
        var limit = query.Limit();
        var after = query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var page = await call.Grains.GetGrain<IListingGrain>(PlatformKey.Value).List(
            new ListingQuery(ListingKinds.Template)
            {
                Tenant = call.Tenant,
                Search = search,
                After = after is null ? null : new ListedId(call.Tenant, after),
                Limit = limit,
            });
        var views = await Task.WhenAll(page.Items.Select(item => View(call, item.Id)));
        return Call.Ok(
            new Page<TemplateBody>(
                [.. views.OfType<TemplateView>().Select(TemplateBody.Of)], // one may be deleted meanwhile
                page.HasMore, page.HasMore ? Cursor.Of(page.Items[^1].Id) : null),
            ApiJson.Wire.PageTemplateBody);
    }

    private static async Task<TemplateView?> View(Call call, string id) =>
        TemplateKey.TryParse(call.Tenant, id, out var key)
            ? (await TemplateCalls.Grain(call, key).Get()).Value
            : null;
}
