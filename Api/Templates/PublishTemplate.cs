using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Makes the draft of a template what is sent.</summary>
internal sealed class PublishTemplate : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/templates/{template}/publish", Audience.Tenant, "publishTemplate", TemplateCalls.Tag,
        "Publish the draft of a template")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Where there is no draft, nothing changes.",
        Outcomes = [new(200, "The draft is in use.", typeof(TemplateBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed, ProblemTypes.Conflict],
    };

    public static Task<IResult> Handle(Call call) =>
        TemplateCalls.Run(call, template => template.Publish(call.IfMatch));
}
