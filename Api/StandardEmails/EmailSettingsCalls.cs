using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Answers;
using Actors.Grains.StandardEmails;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.StandardEmails;

/// <summary>What endpoints for the footer and for the language have in common: their one version.</summary>
internal static class EmailSettingsCalls
{
    public static IEmailSettingsGrain Grain(Call call) => call.Grains.GetGrain<IEmailSettingsGrain>(call.Tenant.Value);

    public static IResult Footer(Answer<EmailSettings> answer) => Call.Answer(
        answer, settings => new EmailFooterBody(settings.Footer?.Text ?? "", settings.Footer?.Html),
        ApiJson.Wire.EmailFooterBody);

    public static IResult Language(Answer<EmailSettings> answer) => Call.Answer(
        answer, settings => new EmailLanguageBody(settings.Language), ApiJson.Wire.EmailLanguageBody);
}
