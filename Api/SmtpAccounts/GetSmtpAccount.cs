using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Shows one SMTP account.</summary>
internal sealed class GetSmtpAccount : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/smtp-accounts/{account}", Audience.Tenant, "getSmtpAccount", AccountPath.Tag,
        "Read an SMTP account")
    {
        Scope = Scopes.SettingsRead,
        Description = "Without its passwords, which are never shown.",
        Outcomes = [new(200, "The account.", typeof(SmtpAccountBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AccountPath.Find(call) is { } account
        ? Call.Answer(await account.Read(), SmtpAccountBody.Of, ApiJson.Wire.SmtpAccountBody)
        : Problem.NotFound;
}
