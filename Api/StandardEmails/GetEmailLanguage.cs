using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Shows the language of the originals.</summary>
internal sealed class GetEmailLanguage : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/email-language", Audience.Tenant, "getEmailLanguage", TemplateCalls.Tag,
        "Get the language of standard e-mails")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "The language.", typeof(EmailLanguageBody))],
    };

    public static async Task<IResult> Handle(Call call) =>
        EmailSettingsCalls.Language(await EmailSettingsCalls.Grain(call).Get());
}
