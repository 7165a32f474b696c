using System.Text;
using System.Text.Json;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Contacts;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Blacklist;

/// <summary>The blacklist as a file, written page by page: one line for each entry.</summary>
internal sealed class BlacklistFile(IContactQueryGrain blacklist, BlacklistSearch search, ImportFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, aborted) = (httpContext.Response, httpContext.RequestAborted);
        FileFormats.SetHeaders(response, format, "blacklist");
        var text = new StringBuilder();
        if (format == ImportFormat.Csv)
            text.Append("email,domain,reason,since,message,expires_at,note\r\n");
        await foreach (var page in blacklist.Pages(search, aborted))
        {
            foreach (var line in page.Contacts.SelectMany(BlacklistLine.Of))
                Append(text, line);
            await response.WriteAsync(text.ToString(), aborted);
            text.Clear();
        }
    }

    private void Append(StringBuilder text, BlacklistLine line)
    {
        if (format == ImportFormat.Csv)
            text.AppendCsv(
                line.Email, line.Domain, line.Reason, CsvLine.Time(line.Since), line.Message,
                CsvLine.Time(line.ExpiresAt), line.Note);
        else
            text.Append(JsonSerializer.Serialize(line, ApiJson.Wire.BlacklistLine)).Append('\n');
    }
}

/// <summary>One entry of an address or a domain: as it is added, and why it is there.</summary>
internal sealed record BlacklistLine(
    string? Email, string? Domain, string Reason, DateTimeOffset Since, string? Message, DateTimeOffset? ExpiresAt,
    string? Note)
{
    public static IEnumerable<BlacklistLine> Of(ContactView view)
    {
        var body = BlacklistBody.Of(view);
        return body.Entries.Select(entry => new BlacklistLine(
            body.Email, body.Domain, entry.Reason, entry.Since, entry.Message, entry.ExpiresAt, entry.Note));
    }
}
