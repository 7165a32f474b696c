using System.Xml;
using Actors.Grains.Platform;

namespace Actors.Api.Admin.Routes;

/// <param name="Domain">A domain, or * for every domain without a route of its own.</param>
/// <param name="Host">Name or IP address of the next hop.</param>
/// <param name="RetryAfter">ISO 8601: the delay after a transient failure; absent for the schedule's.</param>
internal sealed record RouteBody(string Domain, string Host, int Port, string? RetryAfter)
{
    public static RouteBody Of(StaticRoute route) => new(
        route.Domain, route.Host, route.Port,
        route.RetryAfter is { } delay ? XmlConvert.ToString(delay) : null);
}
