using Actors.Api.Imports;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Hosting;

/// <summary>How files are named that are taken along, and can be brought back.</summary>
internal static class FileFormats
{
    public const string Refusal = "The value has to be csv or jsonl.";

    public static bool TryParse(string text, out ImportFormat format)
    {
        format = text == "csv" ? ImportFormat.Csv : ImportFormat.JsonLines;
        return text is "csv" or "jsonl";
    }

    /// <param name="name">Of the file, without what comes behind the dot.</param>
    public static void SetHeaders(HttpResponse response, ImportFormat format, string name)
    {
        var (type, ending) = format == ImportFormat.Csv
            ? ($"{ImportMedia.Csv}; charset=utf-8", "csv")
            : (ImportMedia.JsonLines, "jsonl");
        response.ContentType = type;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{ending}\"";
    }
}
