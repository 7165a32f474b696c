using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Shows what follows every mail made of a template.</summary>
internal sealed class GetEmailFooter : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/email-footer", Audience.Tenant, "getEmailFooter", TemplateCalls.Tag, "Get the shared footer")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "The footer; empty where there is none.", typeof(EmailFooterBody))],
    };

    public static async Task<IResult> Handle(Call call) =>
        EmailSettingsCalls.Footer(await EmailSettingsCalls.Grain(call).Get());
}
