using System.Text;
using System.Text.Json;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Contacts;

/// <summary>All contacts that fit a search as a file, written page by page. It ends with its reader.</summary>
internal sealed class ContactFile(IContactQueryGrain contacts, ContactSearch search, ImportFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, aborted) = (httpContext.Response, httpContext.RequestAborted);
        FileFormats.SetHeaders(response, format, "contacts");
        var text = new StringBuilder();
        Action<ContactView> append = contact => AppendJson(text, contact);
        if (format == ImportFormat.Csv)
        {
            var csv = new ContactCsv(await Columns(response, aborted));
            csv.AppendHeading(text);
            append = contact => csv.AppendLine(text, contact);
        }

        await foreach (var page in contacts.Pages(search, aborted))
        {
            foreach (var contact in page.Contacts)
                append(contact);
            await response.WriteAsync(text.ToString(), aborted);
            text.Clear();
        }
    }

    /// <summary>The headings come first, so all contacts are read for their details before one is written; no further
    /// than until there are as many as there can be columns. A client that waits sees meanwhile that there will be a
    /// file.</summary>
    private async Task<IReadOnlyList<string>> Columns(HttpResponse response, CancellationToken aborted)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var page in contacts.Pages(search, aborted))
        {
            await response.StartAsync(aborted);
            foreach (var name in page.Contacts.SelectMany(contact => contact.Details.Keys))
                if (names.Count < ContactCsv.ColumnsMax && ImportColumns.CanName(name))
                    names.Add(name);
            if (names.Count == ContactCsv.ColumnsMax)
                break;
        }

        return [.. names];
    }

    private static void AppendJson(StringBuilder text, ContactView contact) =>
        text.Append(JsonSerializer.Serialize(ContactBody.InList(contact), ApiJson.Wire.ContactBody)).Append('\n');
}
