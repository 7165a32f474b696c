using Actors.Api.Problems;
using Actors.Grains.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Actors.Api.Imports;

/// <summary>Tells by its headers what a file is.</summary>
internal static class ImportMedia
{
    public const string Csv = "text/csv";
    public const string JsonLines = "application/x-ndjson";

    /// <summary>Which of them it is, the file itself tells.</summary>
    private static readonly string[] Charsets = ["utf-8", "utf-16"];

    /// <returns>Null when it can be read.</returns>
    public static Problem? Read(HttpRequest request, out ImportFormat format)
    {
        format = default;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !TryRead(type, out format)
            || (type.Charset.HasValue && !Charsets.Contains(type.Charset.ToString(), StringComparer.OrdinalIgnoreCase)))
            return new Problem(
                ProblemTypes.UnsupportedMediaType,
                $"The body has to be {Csv} or {JsonLines} in UTF-8, or in UTF-16 with a byte order mark.");
        return Compressed(request);
    }

    public static Problem? Compressed(HttpRequest request) => request.Headers.ContentEncoding is [] or ["identity"]
        ? null
        : new Problem(ProblemTypes.UnsupportedMediaType, "The body must not be compressed.");

    private static bool TryRead(MediaTypeHeaderValue type, out ImportFormat format)
    {
        var isCsv = type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase);
        format = isCsv ? ImportFormat.Csv : ImportFormat.JsonLines;
        return isCsv || type.MediaType.Equals(JsonLines, StringComparison.OrdinalIgnoreCase);
    }
}
