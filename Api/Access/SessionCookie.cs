using Microsoft.AspNetCore.Http;

namespace Actors.Api.Access;

/// <summary>The cookie that a session is known by (RFC 6265): out of reach of scripts and of other sites.</summary>
/// <param name="publicUrl">Where people reach the gateway: with https the cookie is for TLS alone, and bound to the
/// host by its name.</param>
internal sealed class SessionCookie(Uri publicUrl)
{
    public const string SecureName = "__Host-actors-session";
    public const string PlainName = "actors-session";
    private const int LengthMax = 128;

    private readonly bool secure = publicUrl.Scheme == Uri.UriSchemeHttps;

    private string Name => secure ? SecureName : PlainName;

    /// <returns>Null when there is none that could be right.</returns>
    public string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var value) && value.Length is > 0 and <= LengthMax ? value : null;

    public void Set(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options());

    public void Remove(HttpResponse response) => response.Cookies.Delete(Name, Options());

    /// <summary>Without an end of its own: the session's is the server's matter.</summary>
    private CookieOptions Options() => new()
    {
        HttpOnly = true, Secure = secure, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true,
    };
}
