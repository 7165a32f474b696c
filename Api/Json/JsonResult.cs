using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Json;

/// <summary>An answer with a JSON body.</summary>
internal sealed class JsonResult<T>(int status, T value, JsonTypeInfo<T> type, string? location = null) : IResult
{
    /// <summary>The version of what is shown, without quotes (RFC 9110 §8.8.3); null for none.</summary>
    public string? Etag { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = JsonResponse.MediaType;
        if (location is not null)
            response.Headers.Location = location;
        if (Etag is { } etag)
            response.Headers.ETag = $"\"{etag}\"";
        return response.WriteJson(value, type);
    }
}
