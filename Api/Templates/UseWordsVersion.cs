using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Puts an earlier version of a template or standard e-mail back into use.</summary>
/// <typeparam name="TSort">Which of both sorts.</typeparam>
internal sealed class UseWordsVersion<TSort> : IEndpoint
    where TSort : IWordsSort
{
    public static Operation Operation { get; } = new(
        "POST", $"{TSort.Path}/versions/{{version}}/publish", Audience.Tenant, $"use{TSort.Name}Version",
        TemplateCalls.Tag, $"Go back to a version of {TSort.Noun}")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "The draft stays as it is.",
        Outcomes = [new(200, "That version is in use.", TSort.Body)],
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed, ProblemTypes.InvalidField],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.GoBack(call);
}
