using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Shows what a standard e-mail would look like.</summary>
internal sealed class PreviewStandardEmail : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/standard-emails/{kind}/preview", Audience.Tenant, "previewStandardEmail", TemplateCalls.Tag,
        "Preview a standard e-mail")
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
