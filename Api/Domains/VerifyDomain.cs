using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Looks at a domain's records now.</summary>
internal sealed class VerifyDomain : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/domains/{domain}/verify", Audience.Tenant, "verifyDomain", DomainPath.Tag,
        "Look at a domain's records now")
    {
        Scope = Scopes.SettingsWrite,
        Description = "What is found shows in the domain some seconds later. A failed domain is looked at for another "
            + "48 hours. At most one look in 30 seconds is begun.",
        Outcomes = [new(202, "A look has begun.", typeof(DomainBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => DomainPath.Find(call) is { } domain
        ? Call.Answer(
            await domain.VerifyNow(), DomainBody.Of, ApiJson.Wire.DomainBody, StatusCodes.Status202Accepted)
        : Problem.NotFound;
}
