using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Templates;
using Actors.Grains.Credentials;
using Actors.Grains.StandardEmails;
using Actors.Grains.Templates;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>Shows every standard e-mail with the tenant's words.</summary>
internal sealed class ListStandardEmails : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/standard-emails", Audience.Tenant, "listStandardEmails", TemplateCalls.Tag,
        "List the standard e-mails")
    {
        Scope = Scopes.SettingsRead,
        Description =
            "What the platform sends to the tenant's users, and what the tenant sends to its customers: each with " +
            "the original in the tenant's language until words of its own are published.",
        Outcomes = [new(200, "All kinds there are.", typeof(Page<StandardEmailBody>))],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var bodies = await Task.WhenAll(StandardEmail.All.Select(each => BodyOf(call, each)));
        return Call.Ok(new Page<StandardEmailBody>(bodies, false, null), ApiJson.Wire.PageStandardEmailBody);
    }

    private static async Task<StandardEmailBody> BodyOf(Call call, StandardEmail standard)
    {
        var grain = TemplateCalls.Grain(call, TemplateKey.Of(call.Tenant, standard.Kind));
        return StandardEmailBody.Of(standard, (await grain.Get()).Value!); // a standard e-mail always is
    }
}
