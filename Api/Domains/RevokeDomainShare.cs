using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Makes a share link worthless.</summary>
internal sealed class RevokeDomainShare : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/domains/{domain}/share-links/{link}", Audience.Tenant, "revokeDomainShare", DomainPath.Tag,
        "Revoke a link for the domain's administrator")
    {
        Scope = Scopes.SettingsWrite,
        Description = "In force at once.",
        Outcomes = [new(204, "It is worthless now.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => DomainPath.Find(call) is not { } domain
        ? Problem.NotFound
        : await domain.RevokeShare(call.Segment("link")) is { } refusal ? Problem.Of(refusal) : Call.NoContent;
}
