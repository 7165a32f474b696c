using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Domains;
using Actors.Grains.Registrar;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Registers a domain to send from.</summary>
internal sealed class RegisterDomain : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/domains", Audience.Tenant, "registerDomain", DomainPath.Tag, "Register a domain to send from")
    {
        Scope = Scopes.SettingsWrite,
        Description = "Shows the records to publish, and looks for them for 48 hours. Repeating it changes nothing. "
            + "Domains of free mailboxes and public suffixes are refused.",
        Request = typeof(RegisterDomainRequest),
        Outcomes =
        [
            new(201, "Registered. Location leads to it.", typeof(DomainBody)),
            new(200, "It was registered before, and is left as it is.", typeof(DomainBody)),
        ],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.PlanLimit, ProblemTypes.Conflict,
            ProblemTypes.TooManyAttempts,
        ],
        Examples = [new("domain", "With the usual hosts", """{"domain": "partner.example"}""", 201)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var text = fields.Text("domain", DomainPath.NameLengthMax);
        if (!DomainName.TryParse(text, out var domain) && text.Length > 0)
            fields.Error<string>("domain", "domain_syntax", "This is no domain name.");
        var draft = new DomainDraft(
            fields.TextOrNull("return_path", DomainFields.TextLengthMax),
            fields.TextOrNull("tracking", DomainFields.TextLengthMax),
            await DomainFields.Notify(call, fields) ?? call.Caller.VerifiedAddress);
        if (fields.Problem() is { } problem)
            return problem;
        var answer = await call.Grains.GetGrain<IRegistrarGrain>(call.Tenant.Value).RegisterDomain(domain!, draft);
        return Call.Made(
            answer, DomainBody.Of, ApiJson.Wire.DomainBody,
            $"/v1/domains/{domain!.Ascii}");
    }
}

/// <param name="Domain">In A-labels or in its own script.</param>
/// <param name="ReturnPath">Label of the host of MAIL FROM below the domain; bounce where absent.</param>
/// <param name="Tracking">Label of the host of tracked links below the domain; click where absent.</param>
/// <param name="Notify">Who is told by mail when it is verified or breaks: a user's address or a verified test address;
/// where absent the user's own, and with an API key the tenant's admins.</param>
internal sealed record RegisterDomainRequest(string Domain, string? ReturnPath, string? Tracking, string? Notify);
