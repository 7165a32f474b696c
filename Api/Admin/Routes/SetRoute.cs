using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Messages.Requests;
using Actors.Api.Problems;
using Actors.Grains.Platform;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Routes;

/// <summary>Sends a domain's mail to a server of the operator's choice instead of its MX.</summary>
internal sealed class SetRoute : IEndpoint
{
    private const int HostLengthMax = 253;
    private const int DurationLengthMax = 40;
    private static readonly TimeSpan RetryAfterMax = TimeSpan.FromDays(1);

    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/routes/{domain}", Audience.Operator, "setRoute", AdminPath.Tag, "Set a static route")
    {
        Description = "Private and loopback targets are refused unless the configuration allows them.",
        Request = typeof(SetRouteRequest),
        Outcomes = [new(200, "Set.", typeof(RouteBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField],
        Examples =
        [
            new("relay", "A partner's server", """
                {"host": "mx.partner.example", "port": 25, "retry_after": "PT5M"}
                """, 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var host = fields.Text("host", HostLengthMax);
        var port = fields.Integer("port", 1, 65535);
        var retryAfter = RetryAfter(fields);
        if (fields.Problem() is { } problem)
            return problem;
        if (!TryReadDomain(call.Segment("domain"), out var domain))
            return Problem.NotFound;
        var route = new StaticRoute(domain, host, port, retryAfter);
        return await AdminPath.Platform(call).SetRoute(route) is { } why
            ? Problem.Field("/host", "target_refused", why)
            : Call.Ok(RouteBody.Of(route), ApiJson.Wire.RouteBody);
    }

    /// <summary>A domain in A-label form, or <c>*</c>.</summary>
    public static bool TryReadDomain(string text, out string domain)
    {
        domain = text == "*" ? text : DomainName.TryParse(text, out var name) ? name.Ascii : "";
        return domain.Length > 0;
    }

    private static TimeSpan? RetryAfter(Fields fields)
    {
        if (fields.TextOrNull("retry_after", DurationLengthMax) is not { } text)
            return null;
        if (TimeReader.TryParseDuration(text, out var delay) && delay > TimeSpan.Zero && delay <= RetryAfterMax)
            return delay;
        fields.Error<string>(
            "retry_after", "invalid_duration", "The delay has to be ISO 8601 up to one day, such as PT5M.");
        return null;
    }
}

/// <param name="Host">Name or IP address of the next hop.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="RetryAfter">ISO 8601, up to a day: the delay after a transient failure; the schedule's where
/// absent.</param>
internal sealed record SetRouteRequest(string Host, int Port, string? RetryAfter);
