using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Shows a template with its words.</summary>
internal sealed class GetTemplate : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/templates/{template}", Audience.Tenant, "getTemplate", TemplateCalls.Tag,
        "Get a template")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "Its words; ETag has its version.", typeof(TemplateBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.Run(call, template => template.Get());
}
