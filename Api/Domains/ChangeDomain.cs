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
        Examples =
        [
            new("way-out", "From at the platform's domain", """{"way_out": "platform"}""", 200),
            new("return-path", "Another host of MAIL FROM", """{"return_path": "returns"}""", 200),
        ],
    };

    private const string Platforms = "platform";
    private const string Choices = "automatic, hosted, platform, white_label or own";

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var change = new DomainChange
        {
            IfMatch = call.IfMatch,
            WayOut = WayOutFields.Way(fields, Choices),
            Account = WayOutFields.Account(fields),
            ReturnPathLabel = fields.TextOrNull("return_path", DomainFields.TextLengthMax),
            TrackingLabel = fields.TextOrNull("tracking", DomainFields.TextLengthMax),
            Selector = OwnOrEmpty(fields, "selector"),
            DmarcReports = OwnOrEmpty(fields, "dmarc_reports"),
            Notify = await DomainFields.Notify(call, fields),
        };
        if (fields.Problem() is { } problem)
            return problem;
        return DomainPath.Find(call) is { } domain
            ? Call.Answer(await domain.Change(change), DomainBody.Of, ApiJson.Wire.DomainBody)
            : Problem.NotFound;
    }

    private static string? OwnOrEmpty(Fields fields, string name) =>
        fields.TextOrNull(name, DomainFields.TextLengthMax) is not { } text ? null : text == Platforms ? "" : text;
}

/// <param name="WayOut">automatic, hosted, platform, white_label or own.</param>
/// <param name="SmtpAccount">With way_out own, and only then: the SMTP account whose server mail leaves by.</param>
/// <param name="ReturnPath">Label of the host of MAIL FROM below the domain.</param>
/// <param name="Tracking">Label of the host of tracked links below the domain.</param>
/// <param name="Selector">The tenant's own, or platform.</param>
/// <param name="DmarcReports">An address, or platform.</param>
/// <param name="Notify">Who is told by mail when it is verified or breaks: a user's address or a verified test
/// address.</param>
internal sealed record ChangeDomainRequest(
    string? WayOut, string? SmtpAccount, string? ReturnPath, string? Tracking, string? Selector,
    string? DmarcReports, string? Notify);
