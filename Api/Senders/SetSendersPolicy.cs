using Actors.Api.Access;
using Actors.Api.Domains;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Domains;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Says whether every address of a domain may be sent from.</summary>
internal sealed class SetSendersPolicy : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/domains/{domain}/senders-policy", Audience.Tenant, "setSendersPolicy", SenderPath.Tag,
        "Set who may send from a domain")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "With any_address every address of the domain may appear in From, registered or not, as soon as the " +
            "domain is verified; without it confirmed senders only.",
        Request = typeof(SendersPolicyBody),
        Outcomes = [new(200, "The policy as it is now.", typeof(SendersPolicyBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.MalformedJson, ProblemTypes.InvalidField,
            ProblemTypes.PreconditionFailed,
        ],
        Examples = [new("any", "Every address of the domain", """{"any_address": true}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var change = new DomainChange { IfMatch = call.IfMatch, AnySender = fields.Flag("any_address") };
        if (fields.Problem() is { } problem)
            return problem;
        return DomainPath.Find(call) is { } domain
            ? Call.Answer(await domain.Change(change), SendersPolicyBody.Of, ApiJson.Wire.SendersPolicyBody)
            : Problem.NotFound;
    }
}
