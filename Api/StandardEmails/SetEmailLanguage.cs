using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Actors.Grains.StandardEmails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Chooses the language of the originals.</summary>
internal sealed class SetEmailLanguage : IEndpoint
{
    private const int LanguageLengthMax = 35;

    public static Operation Operation { get; } = new(
        "PUT", "/v1/email-language", Audience.Tenant, "setEmailLanguage", TemplateCalls.Tag,
        "Set the language of standard e-mails")
    {
        Scope = Scopes.SettingsWrite,
        Description = "Words of the tenant's own stay as they are, whatever language they are in.",
        Request = typeof(EmailLanguageBody),
        Outcomes = [new(200, "Set.", typeof(EmailLanguageBody))],
        Problems =
        [
            ProblemTypes.PreconditionFailed, ProblemTypes.MalformedJson, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.TooLarge, ProblemTypes.InvalidField,
        ],
        Examples =
        [
            new("czech", "Czech", """{"language": "cs"}""", 200),
            new("unknown", "There are no originals in that language", """{"language": "xx"}""", 422),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var language = fields.Text("language", LanguageLengthMax);
        if (language.Length > 0 && !EmailLanguages.All.Contains(language))
            fields.Error<string>(
                "language", "unknown_value", $"The value has to be one of {string.Join(", ", EmailLanguages.All)}.");
        return fields.Problem() is { } problem
            ? problem
            : EmailSettingsCalls.Language(
                await EmailSettingsCalls.Grain(call).SetLanguage(language, call.IfMatch));
    }
}
