using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Removes a domain.</summary>
internal sealed class DeleteDomain : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/domains/{domain}", Audience.Tenant, "deleteDomain", DomainPath.Tag, "Remove a domain")
    {
        Scope = Scopes.SettingsWrite,
        Description = "Refused while it has senders. Its keys are erased at once.",
        Outcomes = [new(204, "It is gone.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.InUse, ProblemTypes.PreconditionFailed],
    };

    public static async Task<IResult> Handle(Call call) => DomainPath.Find(call) is not { } domain
        ? Problem.NotFound
        : await domain.Delete(call.IfMatch) is { } refusal ? Problem.Of(refusal) : Call.NoContent;
}
