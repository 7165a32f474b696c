using Actors.Api.Problems;
using Actors.Grains.SignUps;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SignUps;

/// <summary>Which pages may have a form, and that their scripts may send it (CORS: fetch.spec.whatwg.org).</summary>
internal static class FormOrigins
{
    public static Problem Refused { get; } =
        new(ProblemTypes.NotAllowed, "This form is not for pages of that origin.");

    /// <summary>Tells the browser that the page's script may read the answer, if the form is for that page.</summary>
    /// <returns>False where it is not. Browsers say where a form is from; what says nothing is no browser.</returns>
    public static bool Admit(HttpContext http, SignUpForm form)
    {
        var headers = http.Response.Headers;
        headers.Vary = "Origin, Accept";
        if (form.Origins.IsEmpty)
        {
            headers.AccessControlAllowOrigin = "*";
            return true;
        }

        if (http.Request.Headers.Origin is not [{ } origin] || !form.Origins.Contains(origin))
            return false;
        headers.AccessControlAllowOrigin = origin;
        return true;
    }
}
