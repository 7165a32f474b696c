using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Removes a template of the tenant's own.</summary>
internal sealed class DeleteTemplate : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/templates/{template}", Audience.Tenant, "deleteTemplate", TemplateCalls.Tag, "Delete a template")
    {
        Scope = Scopes.SettingsWrite,
        Description = "Mail that was accepted with it before keeps its words.",
        Outcomes = [new(204, "Deleted.")],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (TemplateCalls.Key(call) is not { } key)
            return Problem.NotFound;
        var answer = await TemplateCalls.Grain(call, key).Delete(call.IfMatch);
        return answer.Refusal is { } refusal ? Problem.Of(refusal) : Call.NoContent;
    }
}
