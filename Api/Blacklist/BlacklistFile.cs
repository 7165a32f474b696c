using System.Globalization;
using System.Text;
using Actors.Grains.Contacts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Blacklist;

/// <summary>The blacklist as a CSV file (RFC 4180), written page by page: one line for each entry.</summary>
internal sealed class BlacklistFile(IContactQueryGrain blacklist, BlacklistSearch search) : IResult
{
    /// <summary>Addresses read at once.</summary>
    public const int PageMax = 1_000;

    private const string Heading = "email,domain,reason,since,message,expires_at,note\r\n";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"blacklist.csv\"";
        await response.WriteAsync(Heading, httpContext.RequestAborted);
        var all = search with { Limit = PageMax, After = null };
        for (ContactPage? page = null; page is null || page.Next is not null;)
        {
            page = await blacklist.Blacklist(all with { After = page?.Next });
            await response.WriteAsync(Lines(page), httpContext.RequestAborted);
        }
    }

    private static string Lines(ContactPage page)
    {
        var text = new StringBuilder();
        foreach (var contact in page.Contacts.Select(BlacklistBody.Of))
            foreach (var entry in contact.Entries)
                text.AppendJoin(',', new[]
                {
                    contact.Email, contact.Domain, entry.Reason, Text(entry.Since), entry.Message,
                    Text(entry.ExpiresAt), entry.Note,
                }.Select(Field)).Append("\r\n");
        return text.ToString();
    }

    /// <summary>In quotes. What a spreadsheet would take for a formula begins with an apostrophe.</summary>
    private static string Field(string? text)
    {
        if (text is null)
            return "";
        var mark = text is ['=' or '+' or '-' or '@', ..] ? "'" : "";
        return $"\"{mark}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string? Text(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
