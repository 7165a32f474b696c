using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Drops what is not published of a template.</summary>
internal sealed class ResetTemplate : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/templates/{template}/reset", Audience.Tenant, "resetTemplate", TemplateCalls.Tag,
        "Drop the draft of a template")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Versions stay: one can go back to them.",
        Outcomes = [new(200, "Done; repeating it changes nothing.", typeof(TemplateBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static Task<IResult> Handle(Call call) =>
        TemplateCalls.Run(call, template => template.Reset(call.IfMatch));
}
