using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Json;

internal static class JsonResponse
{
    public const string MediaType = "application/json";

    /// <summary>Writes the body with its length; status and content type are the caller's.</summary>
    public static Task WriteJson<T>(this HttpResponse response, T value, JsonTypeInfo<T> type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, type);
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted).AsTask();
    }
}
