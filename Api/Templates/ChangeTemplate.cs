using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Templates;

/// <summary>Replaces the draft of a template.</summary>
internal sealed class ChangeTemplate : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/templates/{template}", Audience.Tenant, "changeTemplate", TemplateCalls.Tag,
        "Change the words of a template")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "The words are a draft until they are published. Values are written as `{{name}}`; the blocks are " +
            "`{{#if}}`, `{{#unless}}`, `{{#each}}` and `{{#with}}`. In HTML every value is escaped. What is wrong is " +
            "told with line and column.",
        Request = typeof(ChangeTemplateRequest),
        Outcomes = [new(200, "Stored.", typeof(TemplateBody))],
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
