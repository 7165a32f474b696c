using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>What was held while it was off is sent.</summary>
internal sealed class EnableSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/smtp-accounts/{account}/enable", Audience.Tenant, "enableSmtpAccount", AccountPath.Tag,
        "Switch an SMTP account on")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            "What was held while it was off is sent. Repeating it changes nothing."
            + " An operator's block is another matter, and stays.",
        Outcomes = [new(200, "As it is now.", typeof(SmtpAccountBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AccountPath.Find(call) is { } account
        ? Call.Answer(await account.Switch(on: true), SmtpAccountBody.Of, ApiJson.Wire.SmtpAccountBody)
        : Problem.NotFound;
}
