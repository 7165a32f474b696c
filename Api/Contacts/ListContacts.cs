using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Imports;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Contacts;

/// <summary>Searches the tenant's contacts.</summary>
internal sealed class ListContacts : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/contacts", Audience.Tenant, "listContacts", ContactPath.Tag, "Search contacts")
    {
        Scope = Scopes.ContactsRead,
        Description =
            "In no order that means anything, and each once. Filters are joined by and. One page looks at 10,000 " +
            "contacts at most: it may hold fewer than asked for, even none, while has_more says that there are " +
            "others. With format the answer is a file of all that fit, without pages, which can be imported as it is.",
        Parameters =
        [
            new("search", "Part of the address, whatever its case."),
            new("standing", "active, unconfirmed, unsubscribed, bounced or complained."),
            new("list", "On this list, and has not left it."),
            new("detail", "The name of a detail; needs value."),
            new("value", "Exactly what the detail says."),
            new("format", "csv or jsonl for a file; absent for pages."),
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes =
        [
            new(200, "A page, or a file.", typeof(Page<ContactBody>))
            { Files = [ImportMedia.Csv, ImportMedia.JsonLines] },
        ],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var standing = query.Value<ContactStanding>(
            "standing", ContactNames.TryParse, "unknown_value",
            "The value has to be active, unconfirmed, unsubscribed, bounced or complained.");
        var detail = (Name: query.Text("detail"), Value: query.Text("value"));
        var search = new ContactSearch(
            standing, query.Text("search"),
            detail is { Name: { } name, Value: { } value } ? new ContactDetail(name, value) : null,
            query.Text("list"),
            query.Value<ContactHash>(
                "after", ContactPath.TryReadCursor, "invalid_cursor", "This is no cursor of this list."),
            query.Limit());
        var format = query.Value<ImportFormat>(
            "format", FileFormats.TryParse, "unknown_value", FileFormats.Refusal);
        if (query.Problem() is { } problem)
            return problem;
        if (detail.Name is null != detail.Value is null)
            return Problem.Parameter(
                detail.Name is null ? "detail" : "value", "missing", "detail and value go together.");
        var contacts = call.Grains.GetGrain<IContactQueryGrain>(call.Tenant.Value);
        if (format is { } file)
            return new ContactFile(contacts, search, file);
        var page = await contacts.Search(search);
        return Call.Ok(
            new Page<ContactBody>(
                [.. page.Contacts.Select(ContactBody.InList)], page.Next is not null,
                page.Next is { } next ? Cursor.Of(next.Value) : null),
            ApiJson.Wire.PageContactBody);
    }
}
