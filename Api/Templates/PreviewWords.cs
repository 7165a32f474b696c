using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Shows what a template or standard e-mail would look like.</summary>
/// <typeparam name="TSort">Which of both sorts.</typeparam>
internal sealed class PreviewWords<TSort> : IEndpoint
    where TSort : IWordsSort
{
    public static Operation Operation { get; } = new(
        "POST", $"{TSort.Path}/preview", Audience.Tenant, $"preview{TSort.Name}", TemplateCalls.Tag,
        $"Preview {TSort.Noun}")
    {
        Scope = Scopes.SettingsRead,
        Description =
            "Shows the given words, else the draft, else what is in use, filled in with samples and with the shared " +
            "footer. Nothing is stored or sent.",
        Request = typeof(PreviewRequest),
        Outcomes = [new(200, "The mail as it would be.", typeof(PreviewBody))],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.MalformedJson,
            ProblemTypes.UnsupportedMediaType, ProblemTypes.TooLarge, ProblemTypes.InvalidField,
        ],
        Examples =
        [
            new("stored", "What is stored", """
                {}
                """, 200),
            new("unsaved", "Words that are not stored yet", """
                {"subject": "Hello {{name}}", "text": "{{#each items}}{{this}} {{/each}}",
                 "variables": {"name": "Ann", "items": ["one", "two"]}}
                """, 200),
        ],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.Preview(call);
}
