using System.Text;
using Actors.Api.Messages;
using Actors.Grains.Repeats;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Repeats;

/// <summary>An answer that was written to memory before it goes out, or that goes out again.</summary>
/// <param name="answer">Its status and headers are on the response already, unless it is a replay.</param>
internal sealed class Recording(RepeatedAnswer answer, bool isReplay) : IResult
{
    public RepeatedAnswer Answer => answer;

    public bool IsSuccess => answer.Status is >= 200 and < 300;

    /// <summary>Lets the result write to memory.</summary>
    public static async Task<Recording> Of(IResult result, HttpContext http)
    {
        var response = http.Response;
        var outside = response.Body;
        using var written = new MemoryStream();
        response.Body = written;
        try
        {
            await result.ExecuteAsync(http);
        }
        finally
        {
            response.Body = outside;
        }

        var headers = response.Headers;
        return new Recording(
            new RepeatedAnswer(
                response.StatusCode, response.ContentType, headers.Location, headers.ETag, headers.CacheControl,
                Encoding.UTF8.GetString(written.GetBuffer().AsSpan(0, (int)written.Length))),
            isReplay: false);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        if (isReplay)
        {
            response.StatusCode = answer.Status;
            response.ContentType = answer.ContentType;
            response.Headers.Location = answer.Location;
            response.Headers.ETag = answer.Etag;
            response.Headers.CacheControl = answer.CacheControl;
            response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        if (answer.Body.Length == 0)
            return Task.CompletedTask;
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}
