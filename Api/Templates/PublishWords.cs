using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Makes the draft of a template or standard e-mail what is sent.</summary>
/// <typeparam name="TSort">Which of both sorts.</typeparam>
internal sealed class PublishWords<TSort> : IEndpoint
    where TSort : IWordsSort
{
    public static Operation Operation { get; } = new(
        "POST", $"{TSort.Path}/publish", Audience.Tenant, $"publish{TSort.Name}", TemplateCalls.Tag,
        $"Publish the draft of {TSort.Noun}")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Where there is no draft, nothing changes.",
        Outcomes = [new(200, "The draft is in use.", TSort.Body)],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.PreconditionFailed, ProblemTypes.Conflict, ProblemTypes.InvalidField,
        ],
    };

    public static Task<IResult> Handle(Call call) =>
        TemplateCalls.Run(call, template => template.Publish(call.IfMatch));
}
