using Microsoft.AspNetCore.Http;

namespace Actors.Api.Access;

/// <summary>Tells requests of the panel's own pages from those that another site has a browser make.</summary>
internal static class SameSite
{
    /// <summary>No other site can have a browser send it: it would be asked first, and get no answer.</summary>
    public const string Header = "X-Actors-Session";

    /// <summary>Whether a request with a cookie may change something.</summary>
    /// <param name="publicUrl">Where people reach the gateway.</param>
    public static bool IsProved(HttpRequest request, Uri publicUrl) =>
        IsSafe(request.Method) || (request.Headers.Origin is [{ } origin]
            ? IsOwn(origin, request, publicUrl)
            : request.Headers.Origin.Count == 0 && request.Headers[Header].Count > 0);

    /// <summary>Whether a browser names another site as the one that asks.</summary>
    public static bool IsForeign(HttpRequest request, Uri publicUrl) =>
        request.Headers.Origin.Count > 0
        && !(request.Headers.Origin is [{ } origin] && IsOwn(origin, request, publicUrl));

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool IsOwn(string origin, HttpRequest request, Uri publicUrl) =>
        string.Equals(origin, publicUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
