using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Shows a domain with its records.</summary>
internal sealed class GetDomain : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/domains/{domain}", Audience.Tenant, "getDomain", DomainPath.Tag, "Show a domain and its records")
    {
        Scope = Scopes.SettingsRead,
        Description = "Each record with what was found at the last look.",
        Outcomes = [new(200, "The domain.", typeof(DomainBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => DomainPath.Find(call) is { } domain
        ? Call.Answer(await domain.Get(), DomainBody.Of, ApiJson.Wire.DomainBody)
        : Problem.NotFound;
}
