using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Puts an earlier version of a template back into use.</summary>
internal sealed class UseTemplateVersion : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/templates/{template}/versions/{version}/publish", Audience.Tenant, "useTemplateVersion",
        TemplateCalls.Tag, "Go back to a version of a template")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "The draft stays as it is.",
        Outcomes = [new(200, "That version is in use.", typeof(TemplateBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.GoBack(call);
}
