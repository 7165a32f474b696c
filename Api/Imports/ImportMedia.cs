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

    /// <returns>Null when it can be read.</returns>
    public static Problem? Read(HttpRequest request, out ImportFormat format)
    {
        format = default;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !TryRead(type, out format)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return new Problem(
                ProblemTypes.UnsupportedMediaType, $"The body has to be {Csv} or {JsonLines} in UTF-8.");
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
