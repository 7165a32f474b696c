using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Actors.Api.Hosting;

/// <summary>The outermost layer: every answer has a request id, and every failure is a problem document.</summary>
internal sealed partial class Edge(RequestDelegate next, Gateway gateway, ILogger<Edge> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        http.TraceIdentifier = gateway.NewRequestId();
        http.Response.Headers["X-Request-Id"] = http.TraceIdentifier;
        try
        {
            await next(http);
            if (!http.Response.HasStarted && BareStatus(http) is { } problem)
                await problem.ExecuteAsync(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client is gone: nobody is left to be answered.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var problem = Faults.Describe(fault);
            if (Faults.IsOurs(problem))
                RequestFailed(log, http.TraceIdentifier, http.Request.Method, fault);
            http.Response.ContentLength = null;
            await problem.ExecuteAsync(http);
        }
    }

    /// <summary>What routing and the server answer with a status and no body.</summary>
    private static Problem? BareStatus(HttpContext http) => http.Response is { ContentType: not null }
        ? null
        : http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Problem.NotFound,
            StatusCodes.Status405MethodNotAllowed => new Problem(
                ProblemTypes.MethodNotAllowed, $"This path takes {http.Response.Headers.Allow}."),
            StatusCodes.Status415UnsupportedMediaType => new Problem(
                ProblemTypes.UnsupportedMediaType, ProblemTypes.UnsupportedMediaType.Meaning),
            _ => null,
        };

    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} ({Method}) failed.")]
    private static partial void RequestFailed(ILogger log, string requestId, string method, Exception fault);
}
