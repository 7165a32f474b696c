using Actors.Api.Access;
using Actors.Api.Domains;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Senders;

/// <summary>Shows who may send from a domain.</summary>
internal sealed class GetSendersPolicy : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/domains/{domain}/senders-policy", Audience.Tenant, "getSendersPolicy", SenderPath.Tag,
        "Show who may send from a domain")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "The policy.", typeof(SendersPolicyBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => DomainPath.Find(call) is { } domain
        ? Call.Answer(await domain.Get(), SendersPolicyBody.Of, ApiJson.Wire.SendersPolicyBody)
        : Problem.NotFound;
}
