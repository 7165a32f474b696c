using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Replaces the draft of a template or standard e-mail.</summary>
/// <typeparam name="TSort">Which of both sorts.</typeparam>
internal sealed class ChangeWords<TSort> : IEndpoint
    where TSort : IWordsSort
{
    public static Operation Operation { get; } = new(
        "PUT", TSort.Path, Audience.Tenant, $"change{TSort.Name}", TemplateCalls.Tag,
        $"Change the words of {TSort.Noun}")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "The words are a draft until they are published. Values are written as `{{name}}`; the blocks are " +
            "`{{#if}}`, `{{#unless}}`, `{{#each}}` and `{{#with}}`. In HTML every value is escaped. What is wrong is " +
            "told with line and column.",
        Request = TSort.ChangeRequest,
        Outcomes = [new(200, "Stored.", TSort.Body)],
        Problems =
        [
            ProblemTypes.NotFound, ProblemTypes.PreconditionFailed, ProblemTypes.MalformedJson,
            ProblemTypes.UnsupportedMediaType, ProblemTypes.TooLarge, ProblemTypes.InvalidField,
        ],
        Examples =
        [
            new("draft", "A draft", """
                {"subject": "Welcome, {{name}}", "text": "Thank you, {{name}}.", "html": "<p>Thank you, {{name}}.</p>"}
                """, 200),
            new("published", "In use at once", """
                {"subject": "Welcome", "text": "Thank you{{#if name}}, {{name}}{{/if}}.", "publish": true}
                """, 200),
            new("unclosed", "A block that is not closed", """
                {"subject": "Welcome", "text": "{{#if name}}Hello"}
                """, 422),
        ],
    };

    public static Task<IResult> Handle(Call call) => TemplateCalls.Change(call);
}
