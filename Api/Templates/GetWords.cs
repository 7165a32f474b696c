using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Shows a template or standard e-mail with its words.</summary>
/// <typeparam name="TSort">Which of both sorts.</typeparam>
internal sealed class GetWords<TSort> : IEndpoint
    where TSort : IWordsSort
{
    public static Operation Operation { get; } = new(
        "GET", TSort.Path, Audience.Tenant, $"get{TSort.Name}", TemplateCalls.Tag,
        $"Get {TSort.Noun}")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "Its words; ETag has its version.", TSort.Body)],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.Run(call, template => template.Get());
}
