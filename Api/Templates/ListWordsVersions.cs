using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Shows what was published of a template or standard e-mail.</summary>
/// <typeparam name="TSort">Which of both sorts.</typeparam>
internal sealed class ListWordsVersions<TSort> : IEndpoint
    where TSort : IWordsSort
{
    public static Operation Operation { get; } = new(
        "GET", $"{TSort.Path}/versions", Audience.Tenant, $"list{TSort.Name}Versions", TemplateCalls.Tag,
        $"List the versions of {TSort.Noun}")
    {
        Scope = Scopes.SettingsRead,
        Description =
            "The newest first, each with its words. The version in use and the ten latest others are kept.",
        Outcomes = [new(200, "All that are kept.", typeof(Page<TemplateVersionBody>))],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.Versions(call);
}
