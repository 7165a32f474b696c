using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Json;

/// <summary>An answer with a JSON body.</summary>
internal sealed class JsonResult<T>(int status, T value, JsonTypeInfo<T> type, string? location = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = JsonResponse.MediaType;
        if (location is not null)
            response.Headers.Location = location;
        return response.WriteJson(value, type);
    }
}
