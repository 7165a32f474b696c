using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Senders;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Shows the tenant's senders.</summary>
internal sealed class ListSenders : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/senders", Audience.Tenant, "listSenders", SenderPath.Tag, "List the senders")
    {
        Scope = Scopes.SettingsRead,
        Description = "In order of their ids. Filters are joined by and.",
        Parameters =
        [
            new("search", "Part of a name or an address, whatever its case."),
            new("status", "pending, confirmed or expired."),
            new("domain", "Those at this domain."),
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<RegisteredSenderBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var status = query.Value<SenderStatus>(
            "status", SenderStatuses.TryParse, "unknown_value", "The value has to be pending, confirmed or expired.");
        var domain = query.Object<DomainName>("domain", DomainName.TryParse!, "domain_syntax", "This is no domain.");
        var after = query.Value<SenderId>("after", TryReadCursor, "invalid_cursor", "This is no cursor of this list.");
        var listing = new ListingQuery(ListingKinds.Sender)
        {
            Tenant = call.Tenant,
            Topic = domain?.Ascii,
            Mark = status?.ToText(),
            Search = query.Text("search"),
            After = after is { } id ? new ListedId(call.Tenant, id.Value) : null,
            Limit = query.Limit(),
        };
        if (query.Problem() is { } problem)
            return problem;
        var page = await call.Grains.GetGrain<IListingGrain>(PlatformKey.Value).List(listing);
        var senders = await Task.WhenAll(
            page.Items.Select(item => SenderPath.Of(call, SenderId.Parse(item.Id)).Get()));
        return Call.Ok(
            new Page<RegisteredSenderBody>(
                [.. senders.Select(one => one.Value).OfType<SenderView>().Select(RegisteredSenderBody.Of)],
                page.HasMore, page.HasMore ? Cursor.Of(page.Items[^1].Id) : null),
            ApiJson.Wire.PageRegisteredSenderBody);
    }

    private static bool TryReadCursor(string text, out SenderId id)
    {
        id = default;
        return Cursor.TryRead(text, out var position) && SenderId.TryParse(position, out id);
    }
}
