using System.Globalization;
using System.Text;
using Actors.Api.Hosting;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Imports;

/// <summary>The rows that were not taken as a CSV file (RFC 4180), written page by page.</summary>
internal sealed class ImportErrorFile(IContactImportGrain import) : IResult
{
    /// <summary>Errors read at once.</summary>
    public const int PageMax = 1_000;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        FileFormats.SetHeaders(response, ImportFormat.Csv, "import-errors");
        await response.WriteAsync("row,code,detail,shown\r\n", httpContext.RequestAborted);
        for (int? next = 0; next is { } after;)
        {
            var page = (await import.Errors(after, PageMax)).Value;
            await response.WriteAsync(Lines(page?.Errors ?? []), httpContext.RequestAborted);
            next = page?.Next;
        }
    }

    private static string Lines(IEnumerable<ImportError> errors)
    {
        var text = new StringBuilder();
        foreach (var error in errors)
            text.AppendCsv(error.Row.ToString(CultureInfo.InvariantCulture), error.Code, error.Detail, error.Shown);
        return text.ToString();
    }
}
