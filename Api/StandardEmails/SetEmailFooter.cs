using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Actors.Grains.StandardEmails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Sets what follows every mail made of a template.</summary>
internal sealed class SetEmailFooter : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/email-footer", Audience.Tenant, "setEmailFooter", TemplateCalls.Tag, "Set the shared footer")
    {
        Scope = Scopes.SettingsWrite,
        Description = "It follows every template but those with `footer` false. An empty text means no footer.",
        Request = typeof(EmailFooterBody),
        Outcomes = [new(200, "Set.", typeof(EmailFooterBody))],
        Problems =
        [
            ProblemTypes.PreconditionFailed, ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.TooLarge, ProblemTypes.InvalidField,
        ],
        Examples =
        [
            new("address", "Who sends this", """
                {"text": "Example Shop, 1 Example Street\n", "html": "<p>Example Shop, 1 Example Street</p>"}
                """, 200),
            new("none", "No footer", """{"text": ""}""", 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields(TemplateFields.BodyBytesMax)).Try(out var fields, out var refused))
            return refused;
        var text = fields.LongTextOrNull("text", EmailLimits.FooterLengthMax);
        var html = fields.LongTextOrNull("html", EmailLimits.FooterLengthMax);
        if (text is null && !fields.Has("text"))
            fields.Error<string>("text", "missing", "The field is required.");
        if (fields.Problem() is { } problem)
            return problem;
        var footer = string.IsNullOrWhiteSpace(text) && string.IsNullOrEmpty(html) ? null
            : new EmailFooter(text!, string.IsNullOrEmpty(html) ? null : html);
        return EmailSettingsCalls.Footer(await EmailSettingsCalls.Grain(call).SetFooter(footer, call.IfMatch));
    }
}
