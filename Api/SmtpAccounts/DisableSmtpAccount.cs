using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Mail is still accepted, and held until the account is switched on again.</summary>
internal sealed class DisableSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/smtp-accounts/{account}/disable", Audience.Tenant, "disableSmtpAccount", AccountPath.Tag,
        "Switch an SMTP account off")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "Mail is still accepted, and held until the account is switched on again. Repeating it changes nothing."
            + " An operator's block is another matter, and stays.",
        Outcomes = [new(200, "As it is now.", typeof(SmtpAccountBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AccountPath.Find(call) is { } account
        ? Call.Answer(await account.Switch(on: false), SmtpAccountBody.Of, ApiJson.Wire.SmtpAccountBody)
        : Problem.NotFound;
}
