using System.Buffers;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Actors.Api.Hosting;

/// <summary>A whole request body in one rented buffer.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int FirstRent = 16 * 1024;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstRent);
    private int length;

    private RequestBody() { }

    /// <summary>Without a byte order mark. Gone when the body is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => buffer.AsSpan(0, length) is [0xEF, 0xBB, 0xBF, ..]
        ? buffer.AsMemory(3, length - 3)
        : buffer.AsMemory(0, length);

    /// <returns>Null when the body can be read as JSON by what its headers say.</returns>
    public static Problem? Refuse(HttpRequest request)
    {
        if (request.ContentType == "application/json" && request.Headers.ContentEncoding.Count == 0)
            return null;
        var json = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!json)
            return new Problem(ProblemTypes.UnsupportedMediaType, "The body has to be application/json in UTF-8.");
        return request.Headers.ContentEncoding is [] or ["identity"]
            ? null
            : new Problem(ProblemTypes.UnsupportedMediaType, "The body must not be compressed.");
    }

    public static Problem TooLarge(int max) => new(ProblemTypes.TooLarge, $"The body is over {max} bytes.");

    /// <returns>Null when the body is larger than <paramref name="max"/> bytes.</returns>
    public static async ValueTask<RequestBody?> Read(HttpContext http, int max)
    {
        if (http.Request.ContentLength > max)
            return null;

        // The server's own limit is for all endpoints; this one has its own.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = max;
        var body = new RequestBody();
        try
        {
            while (await http.Request.Body.ReadAsync(body.Free(), http.RequestAborted) is > 0 and var read)
            {
                body.length += read;
                if (body.length > max)
                {
                    body.Dispose();
                    return null;
                }
            }

            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        length = 0;
    }

    /// <summary>Grows with what has arrived, never with what a header announces.</summary>
    private Memory<byte> Free()
    {
        if (length == buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsMemory(length);
    }
}
