using System.Text;
using System.Text.Json;
using Actors.Api.Blacklist;
using Actors.Api.Contacts;
using Actors.Api.Json;
using Actors.Api.Messages;
using Actors.Grains.Contacts;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Queries;
using Actors.Grains.SignUps;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Departures;

/// <summary>Everything of a tenant as lines of JSON, written as it is read: settings without secrets, contacts, the
/// blacklist and waiting sign-ups, then events. The last line is <c>{"type":"end"}</c>; without it something broke
/// off.</summary>
internal sealed class TenantExport(IGrainFactory grains, TenantId tenant) : IResult
{
    public const string MediaType = "application/x-ndjson";
    private const int Page = 100;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{tenant}.jsonl\"";
        var aborted = httpContext.RequestAborted;
        var owner = grains.GetGrain<ITenantGrain>(tenant.Value);
        await Write(response, "tenant", await owner.Export(), aborted);
        foreach (var (name, part) in TenantParts.Unlisted(grains, tenant))
            await Write(response, name, await part.Export(), aborted);

        foreach (var kind in TenantParts.Kinds)
            await WriteParts(response, kind, aborted);
        await WriteContacts(response, aborted);
        await WriteSignUps(response, aborted);
        await WriteEvents(response, aborted);
        await Write(response, "end", "{}", aborted);
    }

    private async Task WriteParts(HttpResponse response, string kind, CancellationToken aborted)
    {
        var listings = grains.GetGrain<IListingGrain>(PlatformKey.Value);
        var query = new ListingQuery(kind) { Tenant = tenant, Limit = Page };
        for (var more = true; more;)
        {
            var page = await listings.List(query);
            foreach (var one in page.Items)
                await Write(response, kind, await TenantParts.Find(grains, kind, one).Export(), aborted);
            more = page.HasMore;
            query = query with { After = more ? page.Items[^1] : null };
        }
    }

    private async Task WriteContacts(HttpResponse response, CancellationToken aborted)
    {
        var contacts = grains.GetGrain<IContactQueryGrain>(tenant.Value);
        await foreach (var page in contacts.Pages(new ContactSearch(null, null, null, null, null, Page), aborted))
            foreach (var one in page.Contacts.Select(ContactBody.Of))
                await Write(
                    response, "contact", JsonSerializer.Serialize(one, ApiJson.Wire.ContactBody), aborted);
        await foreach (var page in contacts.Pages(new BlacklistSearch(null, null, null, Page), aborted))
            foreach (var one in page.Contacts.Select(BlacklistBody.Of))
                await Write(
                    response, "blacklist", JsonSerializer.Serialize(one, ApiJson.Wire.BlacklistBody), aborted);
    }

    private async Task WriteSignUps(HttpResponse response, CancellationToken aborted)
    {
        var asked = grains.GetGrain<ISignUpQueryGrain>(tenant.Value);
        ContactHash? after = null;
        do
        {
            var page = await asked.Asked(after, Page);
            foreach (var hash in page)
                await Write(
                    response, "sign-up", await grains.SignUp(new ContactKey(tenant, hash)).Export(), aborted);
            after = page.Length == Page ? page[^1] : null;
        }
        while (after is not null);
    }

    private async Task WriteEvents(HttpResponse response, CancellationToken aborted)
    {
        var log = grains.GetGrain<IMessageQueryGrain>(tenant.Value);
        var after = await log.OldestEvent();
        for (var more = true; more;)
        {
            var page = await log.Events(after, Page);
            foreach (var one in page?.Events ?? [])
            {
                var line = JsonSerializer.Serialize(EventBody.Of(one), ApiJson.Wire.EventBody);
                await Write(response, "event", line, aborted);
            }

            more = page is null or { HasMore: true };
            after = page?.Last ?? await log.OldestEvent(); // erased meanwhile: from what is kept
        }
    }

    private static Task Write(HttpResponse response, string type, string? data, CancellationToken aborted) =>
        data is null
            ? Task.CompletedTask
            : response.Body.WriteAsync(
                Encoding.UTF8.GetBytes($$"""{"type":"{{type}}","data":{{data}}}""" + "\n"), aborted).AsTask();
}
