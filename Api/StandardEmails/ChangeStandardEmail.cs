using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Replaces the draft of a standard e-mail.</summary>
internal sealed class ChangeStandardEmail : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/standard-emails/{kind}", Audience.Tenant, "changeStandardEmail", TemplateCalls.Tag,
        "Change the words of a standard e-mail")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "The words are a draft until they are published. Values are written as `{{name}}`; the blocks are " +
            "`{{#if}}`, `{{#unless}}`, `{{#each}}` and `{{#with}}`. In HTML every value is escaped. What is wrong is " +
            "told with line and column.",
        Request = typeof(ChangeStandardEmailRequest),
        Outcomes = [new(200, "Stored.", typeof(StandardEmailBody))],
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
