using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Domains;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Changes how mail of a domain leaves.</summary>
internal sealed class ChangeDomain : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PATCH", "/v1/domains/{domain}", Audience.Tenant, "changeDomain", DomainPath.Tag,
        "Change how mail of a domain leaves")
    {
        Scope = Scopes.SettingsWrite,
        Description = "What is absent stays as it is. Other hosts and another selector mean other records to publish; "
            + "until a new selector is found, the old one signs. selector and dmarc_reports need a dedicated IP; "
            + "platform stands for the platform's own.",
        Request = typeof(ChangeDomainRequest),
        Outcomes = [new(200, "The domain as it is now.", typeof(DomainBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.PlanLimit,
            ProblemTypes.PreconditionFailed,
        ],
        Examples = [new("return-path", "Another host of MAIL FROM", """{"return_path": "returns"}""", 200)],
    };

    private const string Platforms = "platform";

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var change = new DomainChange
        {
            IfMatch = call.IfMatch,
            WayOut = Way(fields),
            ReturnPathLabel = fields.TextOrNull("return_path", DomainFields.TextLengthMax),
            TrackingLabel = fields.TextOrNull("tracking", DomainFields.TextLengthMax),
            Selector = OwnOrEmpty(fields, "selector"),
            DmarcReports = OwnOrEmpty(fields, "dmarc_reports"),
            Notify = DomainFields.Notify(fields),
        };
        if (fields.Problem() is { } problem)
            return problem;
        return DomainPath.Find(call) is { } domain
            ? Call.Answer(await domain.Change(change), DomainBody.Of, ApiJson.Wire.DomainBody)
            : Problem.NotFound;
    }

    private static WayOut? Way(Fields fields) =>
        fields.TextOrNull("way_out", DomainFields.TextLengthMax) is not { } text ? null
        : WaysOut.TryParse(text, out var way) ? way
        : fields.Error<WayOut?>(
            "way_out", "unknown_value", "The value has to be platform, white_label, hosted or own.");

    private static string? OwnOrEmpty(Fields fields, string name) =>
        fields.TextOrNull(name, DomainFields.TextLengthMax) is not { } text ? null : text == Platforms ? "" : text;
}

/// <param name="WayOut">platform, white_label, hosted or own.</param>
/// <param name="ReturnPath">Label of the host of MAIL FROM below the domain.</param>
/// <param name="Tracking">Label of the host of tracked links below the domain.</param>
/// <param name="Selector">The tenant's own, or platform.</param>
/// <param name="DmarcReports">An address, or platform.</param>
/// <param name="Notify">Who is told by mail when it is verified or breaks.</param>
internal sealed record ChangeDomainRequest(
    string? WayOut, string? ReturnPath, string? Tracking, string? Selector, string? DmarcReports, string? Notify);
